package org.aidledger.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows as a workbook. Words stand in the rows themselves, since a table of shared words would grow
 * with the list; a list that is too long for one sheet goes on in the next.
 */
final class XlsxRows implements RowWriter {

  private static final int FLUSH_AFTER = 500;

  /** A sheet's name, with room for a number behind it. */
  private static final int NAME_LENGTH = 27;

  private final Workbook workbook;
  private final String name;
  private final List<? extends Column<?>> columns;
  private final List<String> titles;
  private final ZoneId zone;
  private final int mostRows;
  private Worksheet sheet;
  private int sheets = 1;
  private int row = 1;

  XlsxRows(
      OutputStream out,
      String name,
      List<? extends Column<?>> columns,
      List<String> titles,
      ZoneId zone) {
    this(out, name, columns, titles, zone, Worksheet.MAX_ROWS);
  }

  XlsxRows(
      OutputStream out,
      String name,
      List<? extends Column<?>> columns,
      List<String> titles,
      ZoneId zone,
      int mostRows) {
    this.workbook = new Workbook(out, "Aid Ledger", "1.0");
    this.name = name.substring(0, Math.min(name.length(), NAME_LENGTH));
    this.columns = columns;
    this.titles = titles;
    this.zone = zone;
    this.mostRows = mostRows;
    this.sheet = begin(this.name);
  }

  private Worksheet begin(String title) {
    Worksheet begun = workbook.newWorksheet(title);
    begun.freezePane(0, 1);
    for (int column = 0; column < titles.size(); column++) {
      begun.width(column, columns.get(column).width());
      begun.inlineString(0, column, SafeText.ofWorkbook(titles.get(column)));
      begun.style(0, column).bold().fillColor("E8EEF4").set();
    }
    return begun;
  }

  @Override
  public void write(List<Cell> cells) throws IOException {
    if (row == mostRows) {
      sheet.finish();
      sheets++;
      sheet = begin(name + " " + sheets);
      row = 1;
    }
    for (int column = 0; column < cells.size(); column++) {
      XlsxCells.write(sheet, row, column, cells.get(column), zone);
    }
    row++;
    if (row % FLUSH_AFTER == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
  }
}
