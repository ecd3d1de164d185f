package org.aidledger.api.export;

import java.util.Map;
import java.util.TreeMap;
import org.aidledger.api.web.text.Language;
import org.aidledger.api.web.text.PageAddress;

/** Where a page's list is downloaded, for the fragment {@code fragments/export :: links}. */
public record ExportLinks(String csv, String xlsx) {

  /** A list among others, for the fragment {@code fragments/export :: lists}. */
  public record Named(String name, ExportLinks links) {}

  /** The links to a list that nothing narrows. */
  public static ExportLinks to(String path, Language language) {
    return to(path, Map.of(), language);
  }

  /**
   * The links to a list.
   *
   * @param path below {@code /api/v1}, without ending
   * @param filters the parameters by which the page's list is narrowed
   */
  public static ExportLinks to(String path, Map<String, String> filters, Language language) {
    return new ExportLinks(
        address(path, ExportFormat.CSV, filters, language),
        address(path, ExportFormat.XLSX, filters, language));
  }

  private static String address(
      String path, ExportFormat format, Map<String, String> filters, Language language) {
    Map<String, String> parameters = new TreeMap<>(filters);
    parameters.put("lang", language.code());
    return PageAddress.of("/api/v1" + path + "." + format.ending(), parameters, "");
  }
}
