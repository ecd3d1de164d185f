package org.aidledger.api.sheet;

import java.util.List;
import java.util.Set;

/**
 * One row as people see it: dates as yyyy-MM-dd, numbers as plain decimals without exponent,
 * formulas as the value that was last saved. Cells may hold personal data.
 *
 * @param line the number of the row in the program that people open the file with, from 1
 * @param cells from column A; cells after the last may be missing
 * @param damaged indexes of the cells whose digits the spreadsheet program has rounded away: a
 *     number of more than 15 digits that was not entered as text
 */
public record SheetRow(int line, List<String> cells, Set<Integer> damaged) {

  public SheetRow {
    cells = List.copyOf(cells);
    damaged = Set.copyOf(damaged);
  }

  public SheetRow(int line, List<String> cells) {
    this(line, cells, Set.of());
  }

  /** The text in a column counted from 0; empty if the row ends before it. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /** Whether nothing can be seen in any cell. */
  public boolean blank() {
    for (String cell : cells) {
      if (!SheetTexts.blank(cell)) {
        return false;
      }
    }
    return true;
  }

  /** The name of a cell of this row, such as {@code E12}. */
  public String cellName(int column) {
    return SheetTexts.columnName(column) + line;
  }

  /** Keeps personal data out of messages and logs. */
  @Override
  public String toString() {
    return "row " + line;
  }
}
