package org.aidledger.system;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A form as it stands on a page.
 *
 * @param action where it is sent
 * @param fields those that a person fills in
 */
record PageForm(String action, Set<String> fields) {

  private static final Pattern FORM = Pattern.compile("<form[^>]*>.*?</form>", Pattern.DOTALL);
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"?]*)");
  private static final Pattern NAME = Pattern.compile("\\bname=\"([A-Za-z][A-Za-z0-9.]*)\"");
  private static final String POST = "method=\"post\"";

  /** Forms that ask the page for something, such as a filter. */
  static List<PageForm> asking(String page) {
    return on(page).filter(form -> !form.contains(POST)).map(form -> of(form, "")).toList();
  }

  /**
   * Forms that order something, but for those that send files or sign out.
   *
   * @param address of the page, to which a form without an action of its own is sent
   */
  static List<PageForm> posted(String page, String address) {
    String path = address.replaceAll("[?].*", "");
    return on(page)
        .filter(form -> form.contains(POST) && !form.contains("multipart/"))
        .map(form -> of(form, path))
        .filter(form -> !form.action.equals("/logout"))
        .toList();
  }

  private static Stream<String> on(String page) {
    return FORM.matcher(page).results().map(MatchResult::group);
  }

  private static PageForm of(String form, String otherwise) {
    Matcher action = ACTION.matcher(form.substring(0, form.indexOf('>')));
    Set<String> names = new TreeSet<>();
    NAME.matcher(form).results().forEach(name -> names.add(name.group(1)));
    boolean named = action.find() && !action.group(1).isEmpty();
    return new PageForm(named ? action.group(1) : otherwise, names);
  }
}
