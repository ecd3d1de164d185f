package org.aidledger.api.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.aidledger.api.export.Cell;
import org.aidledger.api.export.CsvRows;
import org.aidledger.api.sheet.Sheet;
import org.aidledger.api.sheet.SheetRow;
import org.aidledger.api.sheet.Sheets;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;

/**
 * The bad lines of a file as a file of the same shape: its title rows and header, the lines as they
 * came, and in one column more what is wrong with each. Mended it can be imported as it is.
 */
final class RefusalsFile {

  private final LineLists lines;
  private final RosterReader reader;
  private final ZoneId zone;

  RefusalsFile(LineLists lines, RosterReader reader, ZoneId zone) {
    this.lines = lines;
    this.reader = reader;
    this.zone = zone;
  }

  /** Opens the file before anything is answered, so that a deleted one is told. */
  RosterReading open(ImportRow row) {
    return reader.read(row);
  }

  void write(ImportRow row, RosterReading reading, Locale language, OutputStream out)
      throws IOException {
    Layout layout = reading.layout();
    int width = layout.columns().size();
    Waiting waiting = new Waiting(row, language);
    try (Sheet sheet = Sheets.open(reading.file());
        CsvRows csv = new CsvRows(out, zone)) {
      for (SheetRow line = sheet.next(); line != null; line = sheet.next()) {
        if (line.line() < layout.headerLine()) {
          csv.write(cells(line, width, null));
        } else if (line.line() == layout.headerLine()) {
          csv.write(cells(line, width, title(language)));
        } else {
          LineView refused = waiting.take(line.line());
          if (refused != null) {
            csv.write(cells(line, width, reason(refused, language)));
          } else if (waiting.isOver()) {
            break;
          }
        }
      }
    }
  }

  private static List<Cell> cells(SheetRow line, int width, @Nullable String last) {
    List<Cell> cells = new ArrayList<>(width + 1);
    for (int i = 0; i < width; i++) {
      cells.add(new Cell.Words(line.cell(i)));
    }
    if (last != null) {
      cells.add(new Cell.Words(last));
    }
    return cells;
  }

  private static String title(Locale language) {
    return language.equals(Locale.ENGLISH) ? "Why not recorded" : "未入账原因";
  }

  private static String reason(LineView refused, Locale language) {
    String separator = language.equals(Locale.ENGLISH) ? " " : "";
    return refused.problems().stream()
        .map(p -> (p.cell() == null ? "" : p.cell() + ": ") + p.message())
        .collect(Collectors.joining(separator));
  }

  /** The refused lines in order, fetched as they are needed. */
  private final class Waiting {

    private final ImportRow row;
    private final Locale language;
    private final Deque<LineView> next = new ArrayDeque<>();
    private @Nullable Cursor after;
    private boolean last;

    private Waiting(ImportRow row, Locale language) {
      this.row = row;
      this.language = language;
    }

    private @Nullable LineView take(int line) {
      fetch();
      LineView first = next.peek();
      return first != null && first.line() == line ? next.remove() : null;
    }

    private boolean isOver() {
      fetch();
      return next.isEmpty();
    }

    private void fetch() {
      if (next.isEmpty() && !last) {
        Page<LineView> page = lines.page(row, LineList.REFUSED, after, Page.MAX, language);
        next.addAll(page.items());
        after = page.next();
        last = after == null;
      }
    }
  }
}
