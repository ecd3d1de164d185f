package org.aidledger.api.web.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.api.web.text.PageAddress;
import org.aidledger.projections.query.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * The neighbours of a page of a list.
 *
 * @param first absent on the first page
 * @param next absent on the last one
 */
public record Pages(@Nullable String first, @Nullable String next) {

  /** What was filled in of the filters of these names, without the blanks around it. */
  static Map<String, String> given(Map<String, String> parameters, List<String> names) {
    Map<String, String> given = new TreeMap<>();
    for (String name : names) {
      String value = parameters.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        given.put(name, value);
      }
    }
    return given;
  }

  /**
   * The neighbours of the page that these parameters ask for.
   *
   * @param kept the filters
   */
  public static Pages of(
      String path,
      Map<String, String> kept,
      Map<String, String> parameters,
      @Nullable Cursor next) {
    Map<String, String> following = new TreeMap<>(kept);
    following.put("cursor", String.valueOf(next));
    return new Pages(
        parameters.containsKey("cursor") ? PageAddress.of(path, kept, "") : null,
        next == null ? null : PageAddress.of(path, following, ""));
  }
}
