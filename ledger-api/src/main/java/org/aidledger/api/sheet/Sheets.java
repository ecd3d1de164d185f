package org.aidledger.api.sheet;

import java.io.IOException;

/** Opens files by what they contain, never by their names. */
public final class Sheets {

  /** More columns than any roster has; spreadsheet programs allow 16,384. */
  public static final int MAX_COLUMNS = 256;

  /** Characters of one cell. */
  public static final int MAX_CELL = 4_096;

  /** Rows of one file, title rows and empty ones included. */
  public static final int MAX_LINES = 5_000_000;

  private Sheets() {}

  /**
   * Opens a text or a workbook; the caller closes it.
   *
   * @throws SheetReadException if the source fails
   * @throws org.aidledger.api.problem.ApiProblem if it is neither, is empty, cut off or an attack
   */
  public static Sheet open(SheetSource source) {
    try {
      return FileKind.zip(source) ? XlsxSheet.open(source) : CsvSheet.open(source);
    } catch (IOException e) {
      throw new SheetReadException(e);
    }
  }
}
