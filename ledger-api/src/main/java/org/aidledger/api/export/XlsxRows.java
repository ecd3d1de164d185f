package org.aidledger.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.aidledger.core.money.Money;
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

  /** Beyond fifteen digits a spreadsheet rounds. */
  private static final long EXACT = 999_999_999_999_999L;

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
      write(column, cells.get(column));
    }
    row++;
    if (row % FLUSH_AFTER == 0) {
      sheet.flush();
    }
  }

  private void write(int column, Cell cell) {
    switch (cell) {
      case Cell.Blank _ -> {}
      case Cell.Words(String text) -> sheet.inlineString(row, column, SafeText.ofWorkbook(text));
      case Cell.Amount(Money money) -> amount(column, money);
      case Cell.Day(var day) -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      case Cell.Time(var time) -> {
        sheet.value(row, column, LocalDateTime.ofInstant(time, zone));
        sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss.000").set();
      }
      case Cell.Whole(long number) -> sheet.value(row, column, number);
    }
  }

  private void amount(int column, Money money) {
    int decimals = money.currency().getDefaultFractionDigits();
    if (Math.abs(money.minor()) > EXACT || money.minor() == Long.MIN_VALUE) {
      // Words keep every digit, a number would not.
      sheet.inlineString(row, column, money.toDecimal());
      return;
    }
    sheet.value(row, column, BigDecimal.valueOf(money.minor(), decimals));
    sheet
        .style(row, column)
        .format(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals))
        .set();
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
  }
}
