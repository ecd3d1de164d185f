package org.aidledger.api.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.StaticMessageSource;

/** A list of one row of everything. */
record Sample(
    @Nullable String text, @Nullable Money amount, LocalDate day, Instant time, long count) {

  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  static final List<Column<Sample>> COLUMNS =
      List.of(
          Column.text("text", 20, Sample::text),
          Column.amount("amount", Sample::amount),
          Column.day("day", Sample::day),
          Column.time("time", Sample::time),
          Column.whole("count", Sample::count));

  static Sample of(@Nullable String text, long minor) {
    return new Sample(
        text,
        Money.of(minor, "CNY"),
        LocalDate.of(2026, 5, 19),
        Instant.parse("2026-05-19T10:00:00.318Z"),
        7);
  }

  static byte[] file(ExportFormat format, Rows<Sample> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export(format).write(new ExportList<>("sample", "清单", COLUMNS, rows), out);
    return out.toByteArray();
  }

  static Export export(ExportFormat format) {
    StaticMessageSource messages = new StaticMessageSource();
    messages.setUseCodeAsDefaultMessage(true);
    return new Export(format, new Texts(messages, java.util.Locale.CHINESE), SHANGHAI);
  }
}
