package org.aidledger.api.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written part by part, so that tests can put anything into them. */
final class Workbooks {

  static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  static final String SHEET =
      HEAD
          + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
          + "<sheetData>%s</sheetData></worksheet>";
  private static final String NS = "http://schemas.openxmlformats.org/";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private Workbooks() {}

  /** A workbook with one sheet of these rows of XML. */
  static Workbooks of(String rows) {
    Workbooks book = new Workbooks();
    return book.with(
            "[Content_Types].xml",
            HEAD
                + "<Types xmlns=\""
                + NS
                + "package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("/xl/workbook.xml", "sheet.main")
                + override("/xl/worksheets/sheet1.xml", "worksheet")
                + override("/xl/styles.xml", "styles")
                + override("/xl/sharedStrings.xml", "sharedStrings")
                + "</Types>")
        .with("_rels/.rels", relations("officeDocument", "xl/workbook.xml"))
        .with("xl/_rels/workbook.xml.rels", bookRelations())
        .with(
            "xl/workbook.xml",
            HEAD
                + "<workbook xmlns=\""
                + NS
                + "spreadsheetml/2006/main\" xmlns:r=\""
                + NS
                + "officeDocument/2006/relationships\"><sheets>"
                + "<sheet name=\"名册\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
        .with(
            "xl/styles.xml",
            HEAD
                + "<styleSheet xmlns=\""
                + NS
                + "spreadsheetml/2006/main\"><numFmts count=\"2\">"
                + "<numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
                + "<numFmt numFmtId=\"165\" formatCode=\"000000\"/></numFmts>"
                + "<fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
                + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + "<cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                + "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>")
        .with(
            "xl/sharedStrings.xml",
            HEAD
                + "<sst xmlns=\""
                + NS
                + "spreadsheetml/2006/main\"><si><t>姓名</t></si><si><t>金额</t></si></sst>")
        .with("xl/worksheets/sheet1.xml", SHEET.formatted(rows));
  }

  /** Adds a part or puts another in its place. */
  Workbooks with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Workbooks with(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  String part(String name) {
    return new String(Objects.requireNonNull(parts.get(name)), StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, (_, _) -> {});
    return out.toByteArray();
  }

  SheetSource source() {
    byte[] bytes = bytes();
    return () -> new ByteArrayInputStream(bytes);
  }

  /** Writes a part that is too large for memory. */
  interface Part {
    void write(String name, OutputStream out) throws IOException;
  }

  void write(OutputStream target, Part more) {
    try (ZipOutputStream zip = new ZipOutputStream(target)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        more.write(part.getKey(), zip);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String override(String part, String type) {
    return "<Override PartName=\""
        + part
        + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
        + type
        + "+xml\"/>";
  }

  private static String relations(String type, String target) {
    return HEAD
        + "<Relationships xmlns=\""
        + NS
        + "package/2006/relationships\">"
        + relation(1, type, target)
        + "</Relationships>";
  }

  private static String bookRelations() {
    return HEAD
        + "<Relationships xmlns=\""
        + NS
        + "package/2006/relationships\">"
        + relation(1, "worksheet", "worksheets/sheet1.xml")
        + relation(2, "styles", "styles.xml")
        + relation(3, "sharedStrings", "sharedStrings.xml")
        + "</Relationships>";
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId"
        + id
        + "\" Type=\""
        + NS
        + "officeDocument/2006/relationships/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }
}
