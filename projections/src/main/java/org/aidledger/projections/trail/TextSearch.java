package org.aidledger.projections.trail;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds lines by what stands on paper: the number of an entry, or a part of the reference of a
 * source document.
 */
final class TextSearch {

  private static final List<String> REFERENCES = List.of("reference", "bankReference", "evidence");

  private TextSearch() {}

  /** The condition on the lines {@code t}, with the parameter {@code :text}. */
  static String sql(@Nullable String wanted) {
    String references =
        REFERENCES.stream()
            .map("t.facts ->> '%s' ilike :text"::formatted)
            .collect(Collectors.joining(" or "));
    // Digits alone, so that nothing of the wish gets into the statement.
    boolean number = wanted != null && wanted.matches("[0-9]{1,18}");
    return "("
        + references
        + (number ? " or t.entry_number = " + Long.parseLong(wanted) : "")
        + ")";
  }

  /** What references are compared with. */
  static @Nullable String pattern(@Nullable String wanted) {
    return wanted == null
        ? null
        : "%" + wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
