package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The server dies in the middle of a large import; the next one finishes it exactly. */
@ExtendWith(LogOnFailure.class)
class ImportKillTest {

  private static final int LINES = 200_000;

  @TempDir Path data;

  @Test
  void theRestartedServerFinishesTheImportExactly() throws Exception {
    try (RunningLedger ledger = RunningLedger.start(data.resolve("ledger"))) {
      String fund =
          ledger
              .desk("finance")
              .order(201, "/funds", Bodies.fund("KILL"))
              .path("fundId")
              .asString();
      ImportClient finance = new ImportClient(ledger.desk("finance"));
      byte[] roster = roster();
      String id = finance.start(fund, "?dryRun=true&batch=CITY", "city.csv", roster);
      JsonNode dry = finance.rested(id);
      assertThat(dry.path("lines").asInt()).as(dry.toString()).isEqualTo(LINES);
      System.out.println("check: " + dry.path("progress"));
      ledger.desk("finance").order(202, "/imports/" + id + "/posting");
      Waiting.until(
          "a third is posted", () -> finance.one(id).path("recorded").asInt() > LINES / 3);
      System.out.println("post: " + finance.one(id).path("progress"));
      ledger.kill9();
      ledger.restart();
      JsonNode done = new ImportClient(ledger.desk("finance")).rested(id);
      System.out.println("post: " + done.path("progress"));
      assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("COMPLETED");
      assertThat(done.path("recorded").asInt()).as(done.toString()).isEqualTo(LINES);
      assertThat(done.path("alreadyRecorded").asInt()).isZero();
      assertThat(done.path("refused").asInt()).isZero();
      BookCheck.hold(ledger);
      assertThat(
              ledger
                  .desk("finance")
                  .read("/funds/" + fund + "/balance")
                  .path("received")
                  .asString())
          .isEqualTo(total());
    }
  }

  private static String total() {
    long minor = 0;
    for (int i = 0; i < LINES; i++) {
      minor += amount(i);
    }
    return String.format(Locale.ROOT, "%d.%02d", minor / 100, minor % 100);
  }

  private static long amount(int line) {
    return 100L + line % 9_973;
  }

  private static byte[] roster() {
    StringBuilder text = new StringBuilder("2026年慈心一日捐\n序号,单位,姓名,工号,金额,日期\n");
    for (int i = 0; i < LINES; i++) {
      text.append(i + 1)
          .append(",第")
          .append(i % 310)
          .append("分会,职工")
          .append((char) ('一' + i % 3_000))
          .append(",G")
          .append(1_000_000 + i)
          .append(',')
          .append(String.format(Locale.ROOT, "%d.%02d", amount(i) / 100, amount(i) % 100))
          .append(",2026年5月")
          .append(10 + i % 10)
          .append("日\n");
    }
    return text.toString().getBytes(Charset.forName("GB18030"));
  }
}
