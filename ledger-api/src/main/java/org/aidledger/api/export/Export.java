package org.aidledger.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.aidledger.api.web.text.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * How a client wants a list; a parameter of controller methods whose path ends with {@code
 * .{format}}.
 *
 * @param zone the business time zone
 */
public record Export(ExportFormat format, Texts texts, ZoneId zone) {

  /** The variable of the path that says the format. */
  public static final String FORMAT = "format";

  /** The language of titles and words. */
  public Locale locale() {
    return texts.language().locale();
  }

  /** The list as a download; it is read while it is written. */
  public <T> ResponseEntity<StreamingResponseBody> answer(ExportList<T> list) {
    return ResponseEntity.ok()
        .contentType(format.type())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            FileName.header(list.file(), list.title(), format.ending()))
        .body(out -> write(list, out));
  }

  /** Writes the list to a stream, which stays open. */
  public <T> void write(ExportList<T> list, OutputStream out) throws IOException {
    List<Column<T>> columns = list.columns();
    List<String> titles = columns.stream().map(column -> texts.get(column.title())).toList();
    RowWriter writer =
        switch (format) {
          case CSV -> csv(titles, out);
          case XLSX -> new XlsxRows(out, list.title(), columns, titles, zone);
        };
    try {
      list.rows()
          .forEach(
              row -> {
                try {
                  writer.write(columns.stream().map(column -> column.cell().apply(row)).toList());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    // Not after a failure: half a list must not look like a whole one.
    writer.close();
  }

  private RowWriter csv(List<String> titles, OutputStream out) throws IOException {
    CsvRows writer = new CsvRows(out, zone);
    writer.write(titles.stream().<Cell>map(Cell.Words::new).toList());
    return writer;
  }
}
