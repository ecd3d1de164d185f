package org.aidledger.api.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * A cell of a workbook as people see it.
 *
 * @param damaged whether digits were lost when it was saved as a number
 */
record XlsxCell(String text, boolean damaged) {

  /** Spreadsheet programs keep and show 15 digits of a number; a binary fraction has a few more. */
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final BigDecimal FIRST_INEXACT = new BigDecimal("1E15");
  private static final int MAX_PLAIN = 40;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final XlsxCell EMPTY = new XlsxCell("", false);

  static XlsxCell read(Cell cell) {
    CellType type = cell.getCellType();
    if (type == CellType.FORMULA) {
      type = cell.getCachedFormulaResultType();
    }
    return switch (type) {
      case STRING -> new XlsxCell(cell.getStringCellValue(), false);
      case NUMERIC -> number(cell);
      case BOOLEAN -> new XlsxCell(cell.getBooleanCellValue() ? "TRUE" : "FALSE", false);
      case ERROR -> new XlsxCell("#ERROR", false);
      case BLANK, FORMULA, _NONE -> EMPTY;
    };
  }

  private static XlsxCell number(Cell cell) {
    double value = cell.getNumericCellValue();
    CellStyle style = cell.getCellStyle();
    String format = style == null ? null : style.getDataFormatString();
    if (format != null
        && DateUtil.isADateFormat(style.getDataFormat(), format)
        && DateUtil.isValidExcelDate(value)) {
      return new XlsxCell(moment(cell, value), false);
    }
    BigDecimal shown = new BigDecimal(value).round(SHOWN);
    boolean damaged = shown.abs().compareTo(FIRST_INEXACT) >= 0;
    String plain = plain(shown);
    return new XlsxCell(format == null ? plain : padded(plain, format), damaged);
  }

  private static String plain(BigDecimal value) {
    String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    return plain.length() > MAX_PLAIN ? value.toString() : plain;
  }

  /** A staff number in a format such as 000000 shows the zeros that its number lacks. */
  private static String padded(String plain, String format) {
    boolean zeros = format.length() > 1 && format.chars().allMatch(c -> c == '0');
    return zeros && plain.chars().allMatch(c -> c >= '0' && c <= '9')
        ? "0".repeat(Math.max(0, format.length() - plain.length())) + plain
        : plain;
  }

  /** The day of a date, whatever its format shows; the time of a time. */
  private static String moment(Cell cell, double value) {
    LocalDateTime moment = cell.getLocalDateTimeCellValue();
    return value < 1 ? LocalTime.from(moment).format(TIME) : moment.toLocalDate().toString();
  }
}
