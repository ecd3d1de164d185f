package org.aidledger.api.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.aidledger.api.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are meant to harm, or are broken, end with a code and in bounded time and memory. */
@Timeout(300)
class AttackTest {

  private static final String ROW = "<row r=\"1\"><c><v>5</v></c></row>";

  @TempDir private Path folder;

  @Test
  void zipBomb() throws IOException {
    Path bomb =
        written(
            Workbooks.of(ROW),
            out -> {
              byte[] zeros = new byte[1 << 20];
              Arrays.fill(zeros, (byte) ' ');
              for (int i = 0; i < 3_000; i++) {
                out.write(zeros);
              }
            });

    assertThat(Files.size(bomb)).isLessThan(5_000_000);
    assertThat(Rows.code(() -> Files.newInputStream(bomb)))
        .isIn("FILE_INFLATES_TOO_FAR", "FILE_CELL_TOO_LONG");
  }

  @Test
  void entitiesAndDoctypes() {
    String doctype =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    for (String part :
        new String[] {
          "xl/worksheets/sheet1.xml",
          "xl/workbook.xml",
          "xl/sharedStrings.xml",
          "xl/styles.xml",
          "[Content_Types].xml",
          "_rels/.rels"
        }) {
      Workbooks book = Workbooks.of(ROW);
      book.with(part, book.part(part).replace("?>", "?>" + doctype));
      assertThat(Rows.code(book.source())).as(part).isEqualTo("FILE_DAMAGED");
    }
  }

  @Test
  void entitiesHiddenInAnotherEncoding() {
    Workbooks book = Workbooks.of(ROW);
    String sheet =
        book.part("xl/worksheets/sheet1.xml")
            .replace("UTF-8", "UTF-16")
            .replace("?>", "?><!DOCTYPE x []>");
    book.with("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_16));

    assertThat(Rows.code(book.source())).isEqualTo("FILE_DAMAGED");
  }

  @Test
  void tenMillionColumns() throws IOException {
    Random random = new Random(7);
    Path wide =
        written(
            Workbooks.of("@"),
            out -> {
              out.write("<row r=\"9\">".getBytes(StandardCharsets.UTF_8));
              for (int i = 0; i < 10_000_000; i++) {
                out.write(
                    ("<c><v>" + random.nextInt() + "</v></c>").getBytes(StandardCharsets.UTF_8));
              }
            });

    assertThat(Rows.code(() -> Files.newInputStream(wide))).isEqualTo("FILE_TOO_MANY_COLUMNS");
    assertThat(Rows.problem(Rows.text(",".repeat(10_000_000) + "1")).code())
        .isIn("FILE_TOO_MANY_COLUMNS", "FILE_CELL_TOO_LONG");
    assertThat(Rows.code(Rows.text("a,b\n" + "x,".repeat(300) + "1")))
        .isEqualTo("FILE_TOO_MANY_COLUMNS");
    assertThat(Rows.code(Workbooks.of("<row r=\"1\"><c r=\"ZZ1\"><v>1</v></c></row>").source()))
        .isEqualTo("FILE_TOO_MANY_COLUMNS");
  }

  @Test
  void definitionsOfBillionsOfColumns() {
    Workbooks book = Workbooks.of(ROW);
    String sheet = book.part("xl/worksheets/sheet1.xml");
    book.with(
        "xl/worksheets/sheet1.xml",
        sheet.replace(
            "<sheetData>",
            "<cols><col min=\"1\" max=\"2147483647\" width=\"9\"/></cols><sheetData>"));

    assertThat(Rows.code(book.source())).isEqualTo("FILE_TOO_MANY_COLUMNS");
  }

  @Test
  void millionsOfMergedCells() throws IOException {
    Workbooks book = Workbooks.of(ROW);
    StringBuilder merged = new StringBuilder("</sheetData><mergeCells>");
    for (int i = 0; i < 500_000; i++) {
      merged.append("<mergeCell ref=\"A").append(i + 1).append(":B").append(i + 1).append("\"/>");
    }
    String sheet = book.part("xl/worksheets/sheet1.xml");
    book.with("xl/worksheets/sheet1.xml", sheet.replace("</sheetData>", merged + "</mergeCells>"));

    assertThat(Rows.code(book.source())).isEqualTo("FILE_DAMAGED");
  }

  @Test
  void endlessCells() {
    String endless = "张".repeat(1_000_000);

    assertThat(Rows.code(Rows.text("姓名,金额\n" + endless + ",1\n"))).isEqualTo("FILE_CELL_TOO_LONG");
    assertThat(
            Rows.code(
                Workbooks.of(
                        "<row r=\"1\"><c t=\"inlineStr\"><is><t>"
                            + "x".repeat(5_000)
                            + "</t></is></c></row>")
                    .source()))
        .isEqualTo("FILE_CELL_TOO_LONG");
    assertThat(
            Rows.code(
                Workbooks.of(
                        "<row r=\"1\"><c t=\"inlineStr\"><is>"
                            + "<r><t>ab</t></r>".repeat(300_000)
                            + "</is></c></row>")
                    .source()))
        .isIn("FILE_CELL_TOO_LONG", "FILE_INFLATES_TOO_FAR");
  }

  @Test
  void cutOffAnywhere() {
    byte[] whole = Workbooks.of(ROW.repeat(1)).bytes();
    Random random = new Random(11);
    for (int i = 0; i < 60; i++) {
      int length = 4 + random.nextInt(whole.length - 4);
      assertThat(Rows.code(Rows.bytes(Arrays.copyOf(whole, length))))
          .as("cut after %s of %s", length, whole.length)
          .isIn("FILE_CUT_OFF", "FILE_DAMAGED", "FILE_KIND_UNSUPPORTED");
    }
    Problem text = Rows.problem(Rows.text("姓名,金额\n张三,1\n李四,\"1,0"));
    assertThat(text.code()).isEqualTo("FILE_CUT_OFF");
    assertThat(text.facts()).containsEntry("line", 3L);
  }

  @Test
  void brokenAnywhere() {
    byte[] whole = Workbooks.of("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>").bytes();
    Random random = new Random(13);
    for (int i = 0; i < 200; i++) {
      byte[] broken = whole.clone();
      broken[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        Rows.of(Rows.bytes(broken));
      } catch (org.aidledger.api.problem.ApiProblem e) {
        assertThat(e.problem().code()).startsWith("FILE_");
      }
    }
  }

  @Test
  void brokenWorkbooks() {
    for (String rows :
        new String[] {
          "<row r=\"x\"><c><v>1</v></c></row>",
          "<row r=\"1\"><c r=\"!!\"><v>1</v></c></row>",
          "<row r=\"1\"><c t=\"s\"><v>99</v></c></row>",
          "<row r=\"1\"><c><v>abc</v></c></row>",
          "<row r=\"1\"><c><v>1</v></c>",
          "<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>",
          "<c r=\"A1\"><v>1</v></c>",
        }) {
      assertThat(Rows.code(Workbooks.of(rows).source()))
          .as(rows)
          .isIn("FILE_DAMAGED", "FILE_EMPTY");
    }
  }

  @Test
  void otherKindsOfFiles() {
    assertThat(Rows.code(Rows.bytes(new byte[0]))).isEqualTo("FILE_EMPTY");
    assertThat(Rows.code(Rows.text("\n , \n\n"))).isEqualTo("FILE_EMPTY");
    assertThat(Rows.code(Workbooks.of("").source())).isEqualTo("FILE_EMPTY");
    assertThat(format(HexFormat.of().parseHex("d0cf11e0a1b11ae10000"))).isEqualTo("xls");
    assertThat(format("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).isEqualTo("pdf");
    assertThat(format("<html><table>".getBytes(StandardCharsets.UTF_8))).isEqualTo("html");
    assertThat(format("<?xml version=\"1.0\"?>".getBytes(StandardCharsets.UTF_8))).isEqualTo("xml");
    byte[] noise = new byte[100_000];
    new Random(17).nextBytes(noise);
    assertThat(Rows.code(Rows.bytes(noise))).isIn("FILE_KIND_UNSUPPORTED", "FILE_ENCODING_UNKNOWN");
    assertThat(format("a,b\nc\0d".getBytes(StandardCharsets.UTF_8))).isEqualTo("binary");
  }

  @Test
  void anEncodingThatBreaksLate() {
    String gbk = "姓名,金额\n" + "a,1\n".repeat(50_000) + "张三,1\n";
    assertThat(Rows.of(Rows.text(gbk, Charset.forName("GBK")))).hasSize(50_002);

    byte[] bytes = (gbk + "x,\n").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 3] = (byte) 0xff;
    Problem problem = Rows.problem(Rows.bytes(bytes));
    assertThat(problem.code()).isEqualTo("FILE_ENCODING_UNKNOWN");
  }

  private static String format(byte[] bytes) {
    Problem problem = Rows.problem(Rows.bytes(bytes));
    assertThat(problem.code()).isEqualTo("FILE_KIND_UNSUPPORTED");
    return String.valueOf(problem.facts().get("format"));
  }

  private interface Filling {
    void write(OutputStream out) throws IOException;
  }

  /** Writes more into the sheet than fits into memory. */
  private Path written(Workbooks book, Filling filling) throws IOException {
    Path file = folder.resolve("attack.xlsx");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      book.write(
          out,
          (name, part) -> {
            if (name.equals("xl/worksheets/sheet1.xml")) {
              filling.write(part);
            }
          });
    }
    return file;
  }
}
