package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whatever is killed with -9 in the middle of recording, nothing acknowledged is missing. */
@ExtendWith(LogOnFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillTest {

  private static final int CLIENTS = 6;

  /** Acknowledgements that show that recording goes on. */
  private static final int SOME = 60;

  private final RunningLedger ledger;
  private final long seed = System.nanoTime();
  private final Recorder.Notes notes = new Recorder.Notes();

  KillTest(@TempDir Path folder) throws IOException {
    ledger = RunningLedger.start(folder.resolve("data"));
  }

  @BeforeAll
  void sayTheSeed() {
    System.out.println("KillTest: seed " + seed);
  }

  @AfterAll
  void stop() throws IOException {
    ledger.close();
  }

  @Test
  @Order(1)
  void nothingAcknowledgedIsMissingAndNothingIsDoubled() throws Exception {
    JsonNode fund =
        ledger
            .desk("finance")
            .order(201, "/funds", Map.of("code", "KILL", "name", "互助", "purpose", "帮扶"));
    String fundId = fund.path("fundId").asString();
    AtomicBoolean stop = new AtomicBoolean();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Desk desk = ledger.desk(i % 2 == 0 ? "finance" : "finance2");
      clients.add(
          Thread.ofVirtual().start(new Recorder(desk, fundId, "K" + i, seed + i, notes, stop)));
    }
    try {
      goOn("at first");
      ledger.kill9();
      ledger.restart();
      goOn("after the application was killed");
      ledger.killPostgres9();
      goOn("after PostgreSQL was killed");
      ledger.killPostgres9();
      ledger.kill9();
      ledger.restart();
      goOn("after both were killed");
    } finally {
      stop.set(true);
      for (Thread client : clients) {
        client.join(Waiting.PATIENCE);
      }
    }
    System.out.printf(
        "KillTest: %d sent, %d acknowledged, %d requests unanswered, %d answered as repetitions%n",
        notes.sent.size(), notes.count(), notes.unanswered.get(), notes.repeated.get());
    assertThat(notes.surprises).as("answers that are neither yes nor come back later").isEmpty();
    account(fundId);
    BookCheck.hold(ledger);
  }

  private void goOn(String when) {
    // Answers that were on their way when something was killed do not count.
    Waiting.millis(300);
    int before = notes.count();
    long start = System.nanoTime();
    Waiting.until(
        "recording goes on " + when,
        () -> notes.count() >= before + SOME && System.nanoTime() - start > 1_500_000_000L);
    System.out.printf(
        "KillTest: %d more %s in %d ms%n",
        notes.count() - before, when, (System.nanoTime() - start) / 1_000_000);
  }

  /** Compares the book with what the clients were told, to the fen. */
  private void account(String fundId) throws Exception {
    Map<String, Long> booked = new HashMap<>();
    long total = 0;
    try (Connection connection = ledger.database();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select position, payload::json->>'reference', (payload::json->>'amount')::bigint"
                    + " from ledger.event where type = 'DonationReceived'")) {
      while (rows.next()) {
        String reference = rows.getString(2);
        assertThat(booked.put(reference, rows.getLong(3))).as(reference + " twice").isNull();
        total += rows.getLong(3);
        Long told = notes.positions.get(reference);
        if (told != null) {
          assertThat(rows.getLong(1)).as("position of " + reference).isEqualTo(told);
        }
      }
    }
    assertThat(booked).as("acknowledged").containsAllEntriesOf(notes.acknowledged);
    assertThat(notes.sent).as("sent").containsAllEntriesOf(booked);
    BookCheck.awaitReadModels(ledger);
    JsonNode balance = ledger.desk("viewer").read("/funds/" + fundId + "/balance");
    String decimal = "%d.%02d".formatted(total / 100, total % 100);
    assertThat(balance.path("received").asString()).isEqualTo(decimal);
    assertThat(balance.path("available").asString()).isEqualTo(decimal);
  }

  @Test
  @Order(2)
  void aSecondServeOnTheSameDataSaysSoAndEnds() throws Exception {
    Path output = Files.createTempFile("second-", ".log");
    Process second = ledger.launch(output);
    try {
      assertThat(second.waitFor(Waiting.PATIENCE)).as("it ends").isTrue();
    } finally {
      second.destroyForcibly();
    }
    assertThat(second.exitValue()).isEqualTo(3);
    String said = Files.readString(output);
    assertThat(said).contains("数据目录正在被另一个").doesNotContain("\tat ");
    Files.delete(output);
    assertThat(ledger.desk("viewer").get("/funds").status())
        .as("the first lives on")
        .isEqualTo(200);
  }

  @Test
  @Order(3)
  void ctrlCStopsCleanlyWithinTenSeconds() throws Exception {
    ProcessHandle postgres = ledger.postmaster();
    long start = System.nanoTime();
    new ProcessBuilder("kill", "-" + signal(), "" + ledger.process().pid()).start().waitFor();
    assertThat(ledger.process().waitFor(10, TimeUnit.SECONDS)).as("stopped within 10 s").isTrue();
    System.out.printf("KillTest: stopped in %d ms%n", (System.nanoTime() - start) / 1_000_000);
    assertThat(ledger.process().exitValue()).isIn(0, 130, 143);
    assertThat(postgres.isAlive()).as("PostgreSQL lives").isFalse();
    assertThat(ledger.data().resolve("postgres/postmaster.pid")).doesNotExist();
  }

  /**
   * SIGINT, unless a shell that runs the tests in the background made its children deaf for it;
   * Java takes SIGTERM the same way.
   */
  private String signal() throws IOException {
    Path status = Path.of("/proc/" + ledger.process().pid() + "/status");
    if (!Files.exists(status)) {
      return "INT";
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("SigIgn:")) {
        long ignored = Long.parseUnsignedLong(line.substring(7).strip(), 16);
        return (ignored & 0b10) == 0 ? "INT" : "TERM";
      }
    }
    return "INT";
  }
}
