package org.aidledger.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files say what the list says, to the fen, and do nothing. */
class ExportTest {

  @Test
  void csvIsExactAndOpensInExcel() throws IOException {
    String csv = csv(Sample.of("李娜,\"二\"\n组", -123_450));
    assertThat(csv).startsWith("\uFEFFtext,amount,day,time,count\r\n");
    assertThat(csv.substring(29))
        .isEqualTo("\"李娜,\"\"二\"\"\n组\",-1234.50,2026-05-19,2026-05-19 18:00:00.318,7\r\n");
  }

  @Test
  void aWorkbookHoldsNumbersAndDatesUnderAFrozenHeader() throws IOException {
    try (XSSFWorkbook book = book(Sample.of("李娜", -123_450))) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getSheetName()).isEqualTo("清单");
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("amount");
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("李娜");
      Cell amount = sheet.getRow(1).getCell(1);
      assertThat(amount.getNumericCellValue()).isEqualTo(-1234.5);
      assertThat(amount.getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
      assertThat(sheet.getRow(1).getCell(2).getLocalDateTimeCellValue())
          .isEqualTo(LocalDateTime.of(2026, 5, 19, 0, 0));
      assertThat(sheet.getRow(1).getCell(3).getLocalDateTimeCellValue())
          .isEqualTo(LocalDateTime.of(2026, 5, 19, 18, 0, 0, 318_000_000));
      assertThat(sheet.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+86 138",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1",
        " =1+1",
        "＝1+1",
        "=HYPERLINK(\"http://example.org\")",
        "=cmd|' /C calc'!A0",
        "-5"
      })
  void wordsAreNeverAFormula(String nasty) throws IOException {
    assertThat(csv(Sample.of(nasty, 1)).substring(29)).matches("(?s)\"?'.*");
    try (XSSFWorkbook book = book(Sample.of(nasty, 1))) {
      Cell cell = book.getSheetAt(0).getRow(1).getCell(0);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).startsWith("'");
    }
  }

  @Test
  void whatCannotBeSaidInXmlBreaksNoWorkbook() throws IOException {
    String nasty = "a\u0000b\u0007c\uFFFFd\uD800e<&>]]>\"'f\u001B_x0041_g\r\nh";
    try (XSSFWorkbook book = book(Sample.of(nasty, 1))) {
      assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
          .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe<&>]]>\"'f\uFFFD_x0041_g\nh");
    }
    assertThat(csv(Sample.of(nasty, 1))).doesNotContain("\u0000", "\u001B");
  }

  @Test
  void aTextLongerThanACellIsCutBetweenCharactersAndSaysSo() throws IOException {
    StringBuilder text = new StringBuilder();
    new Random(7).ints(32_765, 0x4e00, 0x9fa5).forEach(text::appendCodePoint);
    try (XSSFWorkbook book = book(Sample.of(text + "😀😀", 1))) {
      assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
          .isEqualTo(text + "…");
    }
  }

  @Test
  void anAmountThatASpreadsheetWouldRoundStaysWords() throws IOException {
    try (XSSFWorkbook book =
        book(Sample.of("", 999_999_999_999_999L), Sample.of("", 9_007_199_254_740_993L))) {
      assertThat(book.getSheetAt(0).getRow(1).getCell(1).getNumericCellValue())
          .isEqualTo(9_999_999_999_999.99);
      assertThat(book.getSheetAt(0).getRow(2).getCell(1).getStringCellValue())
          .isEqualTo("90071992547409.93");
    }
  }

  @Test
  void aListThatIsTooLongForASheetGoesOnInTheNext() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XlsxRows rows =
        new XlsxRows(
            out,
            "清单".repeat(20),
            Sample.COLUMNS,
            List.of("a", "b", "c", "d", "e"),
            Sample.SHANGHAI,
            3);
    for (int i = 0; i < 5; i++) {
      rows.write(List.of(new org.aidledger.api.export.Cell.Whole(i)));
    }
    rows.close();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(3);
      assertThat(book.getSheetAt(2).getRow(1).getCell(0).getNumericCellValue()).isEqualTo(4);
      assertThat(book.getSheetAt(2).getRow(0).getCell(0).getStringCellValue()).isEqualTo("a");
    }
  }

  @Test
  void pagesAreReadOneAfterTheOtherToTheEnd() throws IOException {
    List<String> asked = new ArrayList<>();
    Rows<Sample> rows =
        Rows.paged(
            after -> {
              asked.add(String.valueOf(after));
              long at = after == null ? 0 : after.position() + 1;
              return new Page<>(
                  List.of(Sample.of("r" + at, at)), at == 2 ? null : new Cursor(at, 0));
            });
    assertThat(new String(Sample.file(ExportFormat.CSV, rows), StandardCharsets.UTF_8))
        .contains("r0", "r1", "r2");
    assertThat(asked).containsExactly("null", "0.0", "1.0");
  }

  @Test
  void halfAListIsNoWholeWorkbook() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Rows<Sample> broken =
        taker -> {
          taker.accept(Sample.of("one", 1));
          throw new UncheckedIOException(new IOException("gone"));
        };
    assertThatThrownBy(
            () ->
                Sample.export(ExportFormat.XLSX)
                    .write(new ExportList<>("x", "x", Sample.COLUMNS, broken), out))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray())))
        .isInstanceOfAny(IOException.class, ZipException.class, RuntimeException.class);
  }

  @Test
  void aFileHasItsRealNameAndOneInPlainLetters() {
    assertThat(FileName.header("trail F/1\"", "审计轨迹 F-1/..\\a\"\r\n;", "csv"))
        .isEqualTo(
            "attachment; filename=\"trail-F-1-.csv\";"
                + " filename*=UTF-8''%E5%AE%A1%E8%AE%A1%E8%BD%A8%E8%BF%B9%20F-1-..-a-%3B.csv");
  }

  private static String csv(Sample... rows) throws IOException {
    return new String(
        Sample.file(ExportFormat.CSV, Rows.of(List.of(rows))), StandardCharsets.UTF_8);
  }

  private static XSSFWorkbook book(Sample... rows) throws IOException {
    byte[] file = Sample.file(ExportFormat.XLSX, Rows.of(List.of(rows)));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      assertThat(zip.getNextEntry()).isNotNull();
    }
    return new XSSFWorkbook(new ByteArrayInputStream(file));
  }
}
