package org.aidledger.api.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.jspecify.annotations.Nullable;

/**
 * A text of separated cells (RFC 4180, and what Excel makes of it). A line with a broken cell
 * counts as one row, as it does in Excel.
 */
final class CsvSheet implements Sheet {

  /** A cell this long was opened by a quotation mark that nobody closed. */
  private static final int MAX_BUFFER = 1 << 20;

  private final SheetFormat format;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private int line;
  private boolean filled;

  private CsvSheet(SheetFormat format, CsvReader<CsvRecord> reader) {
    this.format = format;
    this.reader = reader;
    records = reader.iterator();
  }

  static CsvSheet open(SheetSource source) throws IOException {
    TextEncoding encoding = TextEncoding.detect(source);
    char separator = Separator.detect(source, encoding);
    SheetFormat format =
        new SheetFormat(SheetFormat.Kind.CSV, encoding.charset().name(), separator, null);
    return new CsvSheet(format, reader(encoding.open(source), separator));
  }

  /** Lenient about what people type inside cells, strict about a quotation that never ends. */
  static CsvReader<CsvRecord> reader(Reader text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(MAX_BUFFER)
        .build(
            CsvRecordHandler.builder()
                .maxFields(Sheets.MAX_COLUMNS * 64)
                .maxFieldSize(MAX_BUFFER)
                .maxRecordSize(MAX_BUFFER)
                .build(),
            text);
  }

  @Override
  public SheetFormat format() {
    return format;
  }

  @Override
  public @Nullable SheetRow next() {
    try {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        if (++line > Sheets.MAX_LINES) {
          throw FileProblems.limit(ApiCode.FILE_TOO_MANY_LINES, Sheets.MAX_LINES, line);
        }
        SheetRow row = new SheetRow(line, trimmed(record.getFields()));
        if (!row.blank()) {
          filled = true;
          return row;
        }
      }
      if (!filled) {
        throw FileProblems.of(ApiCode.FILE_EMPTY);
      }
      return null;
    } catch (CsvParseException e) {
      throw broken(e);
    } catch (UncheckedIOException e) {
      throw new SheetReadException(e.getCause());
    }
  }

  /** Programs pad lines with empty cells; those do not count. */
  private List<String> trimmed(List<String> fields) {
    int width = fields.size();
    while (width > 0 && fields.get(width - 1).isEmpty()) {
      width--;
    }
    if (width > Sheets.MAX_COLUMNS) {
      throw FileProblems.limit(ApiCode.FILE_TOO_MANY_COLUMNS, Sheets.MAX_COLUMNS, line);
    }
    List<String> cells = fields.subList(0, width);
    for (String cell : cells) {
      if (cell.length() > Sheets.MAX_CELL) {
        throw FileProblems.limit(ApiCode.FILE_CELL_TOO_LONG, Sheets.MAX_CELL, line);
      }
    }
    return cells;
  }

  /** The parser gives up on a quotation that never ends, and on lines past its limits. */
  private ApiProblem broken(CsvParseException e) {
    String message = String.valueOf(e.getMessage());
    if (e.getCause() instanceof IOException cause) {
      throw new SheetReadException(cause);
    }
    if (message.contains("Unclosed")) {
      return FileProblems.at(ApiCode.FILE_CUT_OFF, line + 1L);
    }
    if (message.contains("Unexpected")) {
      return FileProblems.at(ApiCode.FILE_DAMAGED, line + 1L);
    }
    if (message.contains("fields")) {
      return FileProblems.limit(ApiCode.FILE_TOO_MANY_COLUMNS, Sheets.MAX_COLUMNS, line + 1L);
    }
    return FileProblems.limit(ApiCode.FILE_CELL_TOO_LONG, Sheets.MAX_CELL, line + 1L);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new SheetReadException(e);
    }
  }
}
