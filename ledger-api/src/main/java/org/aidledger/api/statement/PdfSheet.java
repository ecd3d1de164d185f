package org.aidledger.api.statement;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aidledger.api.export.Cell;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Times;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a PDF file, A4 across. Nothing in it tells when it was made, so that the same
 * content is the same bytes. It is made in memory and never lies on a disk.
 */
final class PdfSheet implements StatementSheet {

  private static final int WIDTH = 842;
  private static final int HEIGHT = 595;
  private static final int MARGIN = 28;
  private static final int FOOT = 40;
  private static final int PADDING = 2;
  private static final int EM = 1000;

  /** Any number will do, as long as it is always the same. */
  private static final long DOCUMENT_ID = 1;

  private final PDDocument document = new PDDocument();
  private final PdfText text;
  private final ZoneId zone;
  private final String language;
  private List<Heading> headings = List.of();
  private List<Integer> widths = List.of();
  private String footer = "";
  private int size = 8;
  private int y;
  private int pages;
  private @Nullable PDPageContentStream content;

  /**
   * Begins a file.
   *
   * @param language of its texts, as a tag
   */
  PdfSheet(byte[] font, ZoneId zone, String language) throws IOException {
    this.zone = zone;
    this.language = language;
    document.setDocumentId(DOCUMENT_ID);
    text = new PdfText(PDType0Font.load(document, new ByteArrayInputStream(font), true));
  }

  @Override
  public void begin(String title, List<Fact> facts, List<Heading> columns) throws IOException {
    document.getDocumentInformation().setTitle(title);
    document.getDocumentCatalog().setLanguage(language);
    headings = List.copyOf(columns);
    size = columns.size() > 13 ? 6 : 7;
    int all = columns.stream().mapToInt(Heading::width).sum();
    widths = columns.stream().map(column -> (WIDTH - 2 * MARGIN) * column.width() / all).toList();
    footer = footer(title, facts);
    newPage();
    show(title, 14, MARGIN, y - 14);
    y -= 24;
    for (Fact fact : facts) {
      show(fact.label(), 8, MARGIN, y - 8);
      show(fact.value(), 8, MARGIN + 90, y - 8);
      y -= 12;
    }
    y -= 6;
    titles();
  }

  /** Each page says which statement it belongs to and under which head it stands. */
  private static String footer(String title, List<Fact> facts) {
    List<String> parts = new ArrayList<>(List.of(title));
    facts.forEach(fact -> parts.add(fact.value()));
    return String.join(" · ", parts);
  }

  private void newPage() throws IOException {
    close();
    PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
    document.addPage(page);
    pages++;
    content = new PDPageContentStream(document, page);
    y = HEIGHT - MARGIN;
    int line = FOOT - 14;
    for (String part : text.lines(footer, 6, WIDTH - 2 * MARGIN - 40)) {
      show(part, 6, MARGIN, line);
      line -= 8;
    }
    String number = Integer.toString(pages);
    show(number, 8, WIDTH - MARGIN - text.width(number, 8) / EM, FOOT - 14);
  }

  private PDPageContentStream page() {
    return Objects.requireNonNull(content, "begin comes first");
  }

  private void close() throws IOException {
    if (content != null) {
      content.close();
    }
  }

  private void show(String words, int points, int x, int baseline) throws IOException {
    PDPageContentStream page = page();
    page.beginText();
    page.setFont(text.font(), points);
    page.newLineAtOffset(x, baseline);
    page.showText(text.showable(words));
    page.endText();
  }

  private void titles() throws IOException {
    List<Cell> cells =
        headings.stream().<Cell>map(heading -> new Cell.Words(heading.title())).toList();
    draw(broken(cells), true);
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    add(cells, false);
  }

  @Override
  public void total(List<Cell> cells) throws IOException {
    add(cells, true);
  }

  private void add(List<Cell> cells, boolean shaded) throws IOException {
    List<List<String>> lines = broken(cells);
    if (y - height(lines) < FOOT) {
      newPage();
      titles();
    }
    draw(lines, shaded);
  }

  private List<List<String>> broken(List<Cell> cells) {
    List<List<String>> lines = new ArrayList<>();
    for (int column = 0; column < cells.size(); column++) {
      // A single cell is a remark, which may go over the whole width.
      int width = cells.size() == 1 ? WIDTH - 2 * MARGIN : widths.get(column);
      lines.add(text.lines(words(cells.get(column)), size, width - 2 * PADDING));
    }
    return lines;
  }

  private int height(List<List<String>> lines) {
    return lines.stream().mapToInt(List::size).max().orElse(1) * leading() + 2 * PADDING;
  }

  private int leading() {
    return size + 2;
  }

  private void draw(List<List<String>> cells, boolean shaded) throws IOException {
    int height = height(cells);
    PDPageContentStream page = page();
    if (shaded) {
      page.setNonStrokingColor(232 / 255f, 238 / 255f, 244 / 255f);
      page.addRect(MARGIN, y - height, WIDTH - 2 * MARGIN, height);
      page.fill();
      page.setNonStrokingColor(0f, 0f, 0f);
    }
    page.setLineWidth(0.3f);
    page.moveTo(MARGIN, y - height);
    page.lineTo(WIDTH - MARGIN, y - height);
    page.stroke();
    int x = MARGIN;
    for (int column = 0; column < cells.size(); column++) {
      int baseline = y - PADDING - size;
      for (String line : cells.get(column)) {
        boolean right = cells.size() > 1 && headings.get(column).figures();
        int from =
            right ? x + widths.get(column) - PADDING - text.width(line, size) / EM : x + PADDING;
        show(line, size, from, baseline);
        baseline -= leading();
      }
      x += widths.get(column);
    }
    y -= height;
  }

  private String words(Cell cell) {
    return switch (cell) {
      case Cell.Blank _ -> "";
      case Cell.Words(String words) -> words;
      case Cell.Amount(var money) ->
          MoneyText.of(money.minor(), money.currency().getCurrencyCode());
      case Cell.Day(var day) -> day.toString();
      case Cell.Time(var time) -> Times.second(time, zone);
      case Cell.Whole(long number) -> Long.toString(number);
    };
  }

  @Override
  public byte[] end() throws IOException {
    close();
    content = null;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    document.close();
    return bytes.toByteArray();
  }
}
