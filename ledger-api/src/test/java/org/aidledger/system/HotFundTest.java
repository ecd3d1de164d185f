package org.aidledger.system;

import static org.aidledger.system.Bodies.DAY;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** However long a fund's history is, the first order after a start does not read all of it. */
@ExtendWith(LogOnFailure.class)
class HotFundTest {

  /** More than the events between two snapshots, so that the application makes one. */
  private static final int RECORDED = 230;

  /** Once to load the fund, once more for the snapshot that is then due, and the new ones. */
  private static final int MOST_READ = 500;

  @TempDir Path folder;

  private static Map<String, Object> donation(String reference) {
    return Map.of(
        "reference",
        reference,
        "donor",
        Map.of("anonymous", true),
        "amount",
        "1.00",
        "receivedOn",
        DAY,
        "channel",
        "CASH");
  }

  @Test
  void theFirstOrderOnAFundWithAMillionDonationsReadsFewEvents() throws Exception {
    Path data = folder.resolve("data");
    String hot;
    try (RunningLedger ledger = RunningLedger.start(data)) {
      hot = record(ledger, "HOT");
      record(ledger, "WARM");
      Waiting.until(
          "both funds have a snapshot",
          () -> number(ledger, "select count(*) from ledger.snapshot") == 2);
      BookCheck.awaitReadModels(ledger);
    }
    long start = System.nanoTime();
    MillionDonations.write(data, hot, RECORDED);
    System.out.printf("HotFundTest: a million donations written in %d ms%n", since(start));
    try (RunningLedger ledger = RunningLedger.start(data)) {
      firstOrder(ledger, hot);
    }
  }

  /** Opens a fund and records donations into it, one at a time. */
  private static String record(RunningLedger ledger, String code) {
    Desk finance = ledger.desk("finance");
    String id = finance.order(201, "/funds", fund(code)).path("fundId").asString();
    for (int i = 1; i <= RECORDED; i++) {
      finance.order(201, "/funds/" + id + "/donations", donation(code + "-" + i));
    }
    return id;
  }

  private static void firstOrder(RunningLedger ledger, String hot) throws Exception {
    Desk finance = ledger.desk("finance");
    // The virtual machine compiles the way of a donation, by another fund that is loaded alike.
    String warm = finance.order(200, "/funds", fund("WARM")).path("fundId").asString();
    for (int i = RECORDED + 1; i <= 2 * RECORDED; i++) {
      finance.order(201, "/funds/" + warm + "/donations", donation("WARM-" + i));
    }
    // Whoever seals the book reads each event once, and has a million to catch up on.
    Waiting.until(
        "the book is sealed",
        () ->
            number(ledger, "select size from ledger.seal_head")
                == number(ledger, "select max(position) + 1 from ledger.event"));
    long readBefore = settledReads(ledger);
    double serverBefore = serverMillis(ledger);

    long start = System.nanoTime();
    JsonNode first = finance.order(201, "/funds/" + hot + "/donations", donation("HOT-last"));
    long client = since(start);

    double server = serverMillis(ledger) - serverBefore;
    assertThat(first.path("entryNumber").asLong()).isEqualTo(MillionDonations.MANY + 1L);
    long read = settledReads(ledger) - readBefore;
    System.out.printf(
        "HotFundTest: first order on a fund with %,d donations: %d events read,"
            + " %.1f ms in the server, %d ms at the client%n",
        MillionDonations.MANY, read, server, client);
    assertThat(read).isBetween((long) MillionDonations.AFTER_SNAPSHOT, (long) MOST_READ);

    String tooMuch = finance.post("/funds/" + hot + "/expense", fee("1000001.01")).text();
    assertThat(tooMuch).contains("INSUFFICIENT_FUNDS").contains("\"1000001.00\"");
  }

  private static Map<String, Object> fee(String amount) {
    return Map.of("category", "BANK_FEE", "reference", "F-1", "amount", amount, "effectiveOn", DAY);
  }

  /**
   * Events that the database has read so far to load streams, by their index or all of the table;
   * its processes tell of it seconds later. Whoever follows the book, by position, looks several
   * times a second whether there is more and does not count.
   */
  private static long reads(RunningLedger ledger) {
    return number(
        ledger,
        "select i.idx_tup_fetch + t.seq_tup_read from pg_stat_user_indexes i"
            + " join pg_stat_user_tables t using (relid)"
            + " where i.indexrelname = 'event_stream_sequence'");
  }

  private static long settledReads(RunningLedger ledger) {
    // An idle process tells after ten seconds what it had not told yet.
    Waiting.millis(TimeUnit.SECONDS.toMillis(11));
    return reads(ledger);
  }

  private static double serverMillis(RunningLedger ledger) {
    JsonNode metric =
        ledger
            .desk("auditor")
            .read(
                "/actuator/metrics/http.server.requests?tag=method:POST"
                    + "&tag=uri:/api/v1/funds/%7BfundId%7D/donations");
    for (JsonNode measurement : metric.path("measurements")) {
      if (measurement.path("statistic").asString().equals("TOTAL_TIME")) {
        return measurement.path("value").asDouble() * 1_000;
      }
    }
    throw new AssertionError("no time measured: " + metric);
  }

  private static long number(RunningLedger ledger, String sql) {
    try (Connection connection = ledger.database()) {
      String row = BookCheck.rows(connection, sql).getFirst();
      return Long.parseLong(row.substring(1, row.length() - 1));
    } catch (Exception e) {
      throw new AssertionError(sql, e);
    }
  }

  private static long since(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
