package org.aidledger.api.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.aidledger.api.export.Cell;
import org.aidledger.api.export.XlsxCells;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A statement as a workbook. It is made in memory and never lies on a disk. */
final class XlsxSheet implements StatementSheet {

  private static final int FLUSH_AFTER = 500;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Workbook workbook = new Workbook(bytes, "Aid Ledger", "1.0");
  private final ZoneId zone;
  private final int mostRows;
  private String title = "";
  private List<Heading> headings = List.of();
  private @Nullable Worksheet current;
  private int sheets = 1;
  private int row;

  XlsxSheet(ZoneId zone) {
    this(zone, Worksheet.MAX_ROWS);
  }

  /**
   * With sheets of another length.
   *
   * @param mostRows of a sheet, more than what stands above the table
   */
  XlsxSheet(ZoneId zone, int mostRows) {
    this.zone = zone;
    this.mostRows = mostRows;
  }

  @Override
  public void begin(String statement, List<Fact> facts, List<Heading> columns) {
    title = statement;
    headings = List.copyOf(columns);
    newSheet(title);
    Worksheet sheet = sheet();
    XlsxCells.write(sheet, row, 0, new Cell.Words(title), zone);
    sheet.style(row, 0).bold().fontSize(14).set();
    row++;
    for (Fact fact : facts) {
      XlsxCells.write(sheet, row, 0, new Cell.Words(fact.label()), zone);
      XlsxCells.write(sheet, row, 2, new Cell.Words(fact.value()), zone);
      row++;
    }
    row++;
    titles();
  }

  private Worksheet sheet() {
    return Objects.requireNonNull(current, "begin comes first");
  }

  private void newSheet(String name) {
    Worksheet sheet = workbook.newWorksheet(name);
    current = sheet;
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    for (int column = 0; column < headings.size(); column++) {
      sheet.width(column, headings.get(column).width());
    }
    row = 0;
  }

  private void titles() {
    Worksheet sheet = sheet();
    for (int column = 0; column < headings.size(); column++) {
      XlsxCells.write(sheet, row, column, new Cell.Words(headings.get(column).title()), zone);
      sheet.style(row, column).bold().fillColor("E8EEF4").set();
    }
    sheet.repeatRows(row);
    row++;
    sheet.freezePane(0, row);
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    if (row == mostRows) {
      sheet().finish();
      sheets++;
      newSheet(title + " " + sheets);
      titles();
    }
    for (int column = 0; column < cells.size(); column++) {
      XlsxCells.write(sheet(), row, column, cells.get(column), zone);
    }
    row++;
    if (row % FLUSH_AFTER == 0) {
      sheet().flush();
    }
  }

  @Override
  public void total(List<Cell> cells) throws IOException {
    row(cells);
    for (int column = 0; column < cells.size(); column++) {
      sheet().style(row - 1, column).bold().set();
    }
  }

  @Override
  public byte[] end() throws IOException {
    workbook.finish();
    return SameZip.of(bytes.toByteArray());
  }
}
