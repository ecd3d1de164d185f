package org.aidledger.api.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.aidledger.api.export.Cell;
import org.aidledger.api.statement.StatementSheet.Fact;
import org.aidledger.api.statement.StatementSheet.Heading;
import org.aidledger.core.money.Money;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The hashes of statements stand in books for ever. Where one of these figures changes, statements
 * of before could not be made again: leave form 1 as it is, and begin form 2 beside it.
 */
class StatementFormTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    "zh, b6eca563e3c7ead70572072387ac4ad35e65d087e6485395a6321ad911561798",
    "en, 4dea6957ab2e658f8058e5c7aef464895259838330040706ba984efff215b54c"
  })
  void theWordsOfTheFirstFormNeverChange(String language, String sha256) throws IOException {
    assertThat(SealedStatements.sha256(words(language))).isEqualTo(sha256);
  }

  @Test
  void bothLanguagesSayTheSame() throws IOException {
    Properties zh = new Properties();
    Properties en = new Properties();
    zh.load(new StringReader(new String(words("zh"), StandardCharsets.UTF_8)));
    en.load(new StringReader(new String(words("en"), StandardCharsets.UTF_8)));
    assertThat(zh.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
  }

  @Test
  void theSameContentIsTheSameWorkbookForEver() throws IOException {
    byte[] file = written(new XlsxSheet(ZONE), 3);
    assertThat(SealedStatements.sha256(file))
        .isEqualTo("0fdd3aa2c1ec71679cda403c29e5ccaf3b4d898083d72ed704a96d172f49eafe");
    assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("dcterms");
  }

  @Test
  void aListThatIsTooLongForOneSheetGoesOnInTheNext() throws IOException {
    byte[] file = written(new XlsxSheet(ZONE, 10), 30);
    assertThat(new String(file, StandardCharsets.ISO_8859_1))
        .contains("xl/worksheets/sheet4.xml")
        .doesNotContain("xl/worksheets/sheet6.xml");
  }

  @Test
  void theSameContentIsTheSamePdfAndItsTextIsText() throws Exception {
    byte[] font = StatementFont.bytes().orElseThrow();
    byte[] file = written(new PdfSheet(font, ZONE, "zh-CN"), 120);
    Thread.sleep(1_100);
    assertThat(written(new PdfSheet(font, ZONE, "zh-CN"), 120)).isEqualTo(file);
    try (PDDocument pdf = Loader.loadPDF(file)) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
      assertThat(text)
          .contains("收支结余表", "编制单位", "某市总工会", "2026-05-19", "-1,234,567.05", "一长马龙小水")
          .contains("〓");
      assertThat(text.codePoints().noneMatch(c -> c >= 0x2E80 && c <= 0x2FEF)).isTrue();
      assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
    }
  }

  @Test
  void lettersThatPrintersJoinAreShownAsTheyAre() throws IOException {
    PdfSheet sheet = new PdfSheet(StatementFont.bytes().orElseThrow(), ZONE, "en");
    sheet.begin(
        "first office, flat effect",
        List.of(new Fact("SHA-256", "9cffc342fi9fl0ffi")),
        List.of(new Heading("Effective date", 1, false)));
    try (PDDocument pdf = Loader.loadPDF(sheet.end())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("first office, flat effect", "9cffc342fi9fl0ffi", "Effective date");
    }
  }

  private static byte[] words(String language) throws IOException {
    String file = "/statements/form-1_" + language + ".properties";
    try (InputStream in =
        Objects.requireNonNull(StatementFormTest.class.getResourceAsStream(file))) {
      return in.readAllBytes();
    }
  }

  /** A name with a character that the font lacks, and what would be a formula. */
  private static byte[] written(StatementSheet sheet, int rows) throws IOException {
    sheet.begin(
        "收支结余表",
        List.of(new Fact("编制单位", "某市总工会"), new Fact("根哈希", "0dyk5iAHDJN6g54cipzT=")),
        List.of(
            new Heading("姓名", 20, false),
            new Heading("金额", 17, true),
            new Heading("业务日期", 12, false),
            new Heading("记账时间", 24, false),
            new Heading("流水号", 8, true)));
    for (int i = 0; i < rows; i++) {
      sheet.row(
          List.of(
              new Cell.Words(i == 0 ? "=一长马龙小水\uD83D\uDE00" : "个人 " + i),
              new Cell.Amount(Money.of(-123_456_705L + 100L * i, "CNY")),
              new Cell.Day(LocalDate.of(2026, 5, 19)),
              new Cell.Time(Instant.ofEpochMilli(1_790_000_000_123L)),
              new Cell.Whole(i)));
    }
    sheet.total(List.of(new Cell.Words("共 " + rows + " 条")));
    return sheet.end();
  }
}
