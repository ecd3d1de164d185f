package org.aidledger.api.web.imports;

import java.util.List;
import org.aidledger.api.imports.ImportView;
import org.aidledger.api.web.text.Amount;

/**
 * An import in words.
 *
 * @param standing CHECKING, CHECKED, WAITING, POSTING, POSTED, FAILED or CANCELLED
 * @param tone of the box that says what happened: done, waiting, bad or none
 * @param said what happened and what to do next
 * @param kind of the file in words, empty while it is not known
 * @param unit of the amounts, such as 元
 * @param capitals the total in Chinese capitals, empty if it is not in 元
 * @param fresh lines that would be recorded
 * @param unread whether the file cannot be read before its columns are put right
 */
public record ShownImport(
    ImportView view,
    String standing,
    String tone,
    String said,
    String kind,
    String fund,
    String unit,
    Amount total,
    Amount goneTotal,
    String capitals,
    long fresh,
    String startedBy,
    String startedAt,
    List<UnitRow> perUnit,
    boolean unread) {

  /** The good lines of one unit. */
  public record UnitRow(String unit, String lines, Amount total) {}

  /** Whether it is being worked on. */
  public boolean running() {
    return List.of("CHECKING", "WAITING", "POSTING").contains(standing);
  }
}
