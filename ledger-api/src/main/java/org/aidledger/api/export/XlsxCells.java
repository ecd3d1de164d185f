package org.aidledger.api.export;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.aidledger.core.money.Money;
import org.dhatim.fastexcel.Worksheet;

/** Writes cells into the sheet of a workbook, each as what it is. */
public final class XlsxCells {

  /** Beyond fifteen digits a spreadsheet rounds. */
  private static final long EXACT = 999_999_999_999_999L;

  private XlsxCells() {}

  /**
   * Writes a cell.
   *
   * @param zone in which moments are written
   */
  public static void write(Worksheet sheet, int row, int column, Cell cell, ZoneId zone) {
    switch (cell) {
      case Cell.Blank _ -> {}
      case Cell.Words(String text) -> sheet.inlineString(row, column, SafeText.ofWorkbook(text));
      case Cell.Amount(Money money) -> amount(sheet, row, column, money);
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

  private static void amount(Worksheet sheet, int row, int column, Money money) {
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
}
