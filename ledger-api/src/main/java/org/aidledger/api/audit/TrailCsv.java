package org.aidledger.api.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.api.web.trail.TrailRow;
import org.aidledger.api.web.trail.TrailRows;
import org.aidledger.projections.trail.TrailFilter;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;

/** Writes a trail as CSV (RFC 4180) in UTF-8 with a byte order mark, which Excel asks for. */
record TrailCsv(TrailQueries trail, TrailRows rows, Locale language) {

  private static final int AT_ONCE = 500;

  private static final List<String> CHINESE_HEADER =
      List.of(
          "流水号", "记账时间", "业务日期", "经办账号", "事项", "摘要", "原因", "原始凭证", "凭证摘要值", "金额", "可用余额", "币种",
          "位置", "事件编号");

  private static final List<String> ENGLISH_HEADER =
      List.of(
          "Entry number",
          "Recorded at",
          "Effective on",
          "Actor",
          "Type",
          "Summary",
          "Reason",
          "Source document",
          "Document hash",
          "Amount",
          "Available after",
          "Currency",
          "Position",
          "Event id");

  void write(TrailFilter filter, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    row(writer, language.equals(Locale.ENGLISH) ? ENGLISH_HEADER : CHINESE_HEADER);
    List<TrailLine> waiting = new ArrayList<>(AT_ONCE);
    try {
      trail.stream(
          filter,
          line -> {
            waiting.add(line);
            if (waiting.size() == AT_ONCE) {
              lines(writer, waiting);
            }
          });
    } catch (SQLException e) {
      throw new IOException("the trail could not be read to its end", e);
    }
    lines(writer, waiting);
    writer.flush();
  }

  private void lines(Writer writer, List<TrailLine> waiting) {
    List<TrailRow> said = rows.of(waiting, language);
    try {
      for (int i = 0; i < said.size(); i++) {
        row(writer, cells(TrailItem.of(waiting.get(i), said.get(i)), said.get(i)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    waiting.clear();
  }

  private static List<String> cells(TrailItem item, TrailRow said) {
    return Stream.of(
            item.entryNumber(),
            said.recordedExactly(),
            item.effectiveOn(),
            item.actorName(),
            item.type(),
            item.summary(),
            item.reason(),
            said.document(),
            item.documentHash(),
            item.amount(),
            item.balanceAfter(),
            item.currency(),
            item.position(),
            item.eventId())
        .map(value -> value == null ? "" : value.toString())
        .toList();
  }

  private static void row(Writer writer, List<String> cells) throws IOException {
    writer.write(cells.stream().map(TrailCsv::cell).collect(Collectors.joining(",")));
    writer.write("\r\n");
  }

  /** Quotes a cell, and takes the meaning of a formula from one that begins like it. */
  private static String cell(String value) {
    boolean formula = value.matches("(?s)[=+@\\t\\r].*|-(?![0-9]).*");
    String plain = formula ? "'" + value : value;
    return plain.matches("(?s).*[\",\\r\\n].*") ? "\"" + plain.replace("\"", "\"\"") + "\"" : plain;
  }
}
