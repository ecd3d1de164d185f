package org.aidledger.api.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cells of workbooks as people see them. */
class WorkbookTest {

  @Test
  void numbersAreAsExcelShowsThem() {
    assertThat(cells("<c><v>0.30000000000000004</v></c>")).containsExactly("0.3");
    assertThat(cells("<c><v>4000.0</v></c>")).containsExactly("4000");
    assertThat(cells("<c><v>1000.5</v></c>")).containsExactly("1000.5");
    assertThat(cells("<c><v>1.5E-2</v></c>")).containsExactly("0.015");
    assertThat(cells("<c><v>1234567.89</v></c>")).containsExactly("1234567.89");
    assertThat(cells("<c><v>-12.5</v></c>")).containsExactly("-12.5");
    assertThat(cells("<c><v>0</v></c>")).containsExactly("0");
    assertThat(cells("<c><v>123456789012345</v></c>")).containsExactly("123456789012345");
    assertThat(cells("<c s=\"3\"><v>123</v></c>")).containsExactly("000123");
  }

  @Test
  void numbersThatLostDigitsAreMarked() {
    SheetRow row = only("<c><v>3.7012319900101E+17</v></c><c><v>1</v></c>");

    assertThat(row.damaged()).isEqualTo(Set.of(0));
    assertThat(row.cell(0)).isEqualTo("370123199001010000");
  }

  @Test
  void datesAreDays() {
    assertThat(cells("<c s=\"1\"><v>46161</v></c>")).containsExactly("2026-05-19");
    assertThat(cells("<c s=\"2\"><v>46161.75</v></c>")).containsExactly("2026-05-19");
    assertThat(cells("<c s=\"1\" t=\"d\"><v>2026-05-19T00:00:00</v></c>"))
        .containsExactly("2026-05-19");
  }

  @Test
  void datesOfOldMacWorkbooksAreTheSameDays() {
    String book = "<workbookPr date1904=\"1\"/><sheets>";
    Workbooks workbook = Workbooks.of("<row r=\"1\"><c s=\"1\"><v>44699</v></c></row>");
    String old = workbook.part("xl/workbook.xml");

    workbook.with("xl/workbook.xml", old.replace("<sheets>", book));

    assertThat(Rows.of(workbook.source()).getFirst().cells()).containsExactly("2026-05-19");
  }

  @Test
  void formulasAreTheValueThatWasLastSaved() {
    assertThat(cells("<c><f>1/0</f><v>12.5</v></c>")).containsExactly("12.5");
    assertThat(cells("<c t=\"str\"><f>CONCAT(A1)</f><v>张三</v></c>")).containsExactly("张三");
    assertThat(cells("<c><f>SUM(A1:A9)</f></c><c><v>7</v></c>")).containsExactly("", "7");
    assertThat(cells("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")).containsExactly("#ERROR");
  }

  @Test
  void textsAreTakenAsTheyAre() {
    assertThat(cells("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>")).containsExactly("姓名", "金额");
    assertThat(cells("<c t=\"inlineStr\"><is><r><t>张</t></r><r><t>三</t></r></is></c>"))
        .containsExactly("张三");
    assertThat(cells("<c t=\"inlineStr\"><is><t>=1+1</t></is></c>")).containsExactly("=1+1");
    assertThat(cells("<c t=\"b\"><v>1</v></c>")).containsExactly("TRUE");
  }

  @Test
  void linesAndColumnsAreThoseOfExcel() {
    List<SheetRow> rows =
        Rows.of(
            Workbooks.of(
                    "<row r=\"2\"><c r=\"C2\"><v>1</v></c></row><row r=\"3\"/>"
                        + "<row r=\"40\"><c r=\"A40\"><v>2</v></c><c r=\"XFD40\" s=\"1\"/></row>")
                .source());

    assertThat(rows).extracting(SheetRow::line).containsExactly(2, 40);
    assertThat(rows.getFirst().cells()).containsExactly("", "", "1");
    assertThat(rows.getFirst().cellName(2)).isEqualTo("C2");
    assertThat(rows.getFirst().cellName(27)).isEqualTo("AB2");
    assertThat(rows.getLast().cells()).containsExactly("2");
  }

  @Test
  void macrosAndLinksToOtherFilesAreLeftAlone() {
    Workbooks book =
        Workbooks.of("<row r=\"1\"><c><v>5</v></c></row>")
            .with("xl/vbaProject.bin", "Sub AutoOpen()")
            .with("xl/externalLinks/externalLink1.xml", Workbooks.HEAD + "<externalLink/>");

    String types = book.part("[Content_Types].xml");
    book.with(
        "[Content_Types].xml",
        types
            .replace(
                "<Default Extension=\"xml\"",
                "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
                    + "<Default Extension=\"xml\"")
            .replace(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));

    assertThat(Rows.of(book.source()).getFirst().cells()).containsExactly("5");
  }

  private static List<String> cells(String xml) {
    return only(xml).cells();
  }

  private static SheetRow only(String xml) {
    List<SheetRow> rows = Rows.of(Workbooks.of("<row r=\"1\">" + xml + "</row>").source());
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }
}
