package org.aidledger.api.statement;

import java.io.IOException;
import java.util.List;
import org.aidledger.api.export.Cell;

/** A statement as it is written, whatever kind of file it becomes. */
interface StatementSheet {

  /**
   * What stands at the head of a column.
   *
   * @param width in characters, of which a Chinese one counts twice
   * @param figures whether amounts and counts stand in it, which are set to the right
   */
  record Heading(String title, int width, boolean figures) {}

  /** A line above the table: what it says, and its value. */
  record Fact(String label, String value) {}

  /** Begins with what stands above the table. */
  void begin(String title, List<Fact> facts, List<Heading> headings) throws IOException;

  void row(List<Cell> cells) throws IOException;

  /** A row of totals. */
  void total(List<Cell> cells) throws IOException;

  /** Ends the file and gives its bytes. */
  byte[] end() throws IOException;
}
