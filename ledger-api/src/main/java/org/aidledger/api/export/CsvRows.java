package org.aidledger.api.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.aidledger.api.web.text.Times;

/** Rows as CSV. */
public final class CsvRows implements RowWriter {

  private final CsvWriter csv;
  private final ZoneId zone;

  public CsvRows(OutputStream out, ZoneId zone) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    this.zone = zone;
  }

  @Override
  public void write(List<Cell> row) {
    csv.writeRecord(row.stream().map(this::text).toList());
  }

  private String text(Cell cell) {
    return switch (cell) {
      case Cell.Blank _ -> "";
      case Cell.Words(String text) -> SafeText.plain(text);
      case Cell.Amount(var money) -> money.toDecimal();
      case Cell.Day(var day) -> day.toString();
      case Cell.Time(var time) -> Times.millisecond(time, zone);
      case Cell.Whole(long number) -> Long.toString(number);
    };
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
