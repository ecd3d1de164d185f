package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Four times as much comes as may wait, while the store stands still: what has no room is told to
 * come back, what was let in is recorded once, and everything else goes on.
 */
@ExtendWith(LogOnFailure.class)
class BackpressureTest {

  private static final int BOUND = 8;
  private static final int OFFERED = 4 * BOUND;

  /** Under this key the append lanes of all processes keep each other out. */
  private static final long LANE = 4991262740512072L;

  @TempDir Path folder;

  private String fundId = "";
  private String elsewhere = "";

  @Test
  void atFourTimesTheCapacityNothingIsLostAndNothingIsRecordedTwice() throws Exception {
    try (RunningLedger ledger =
            RunningLedger.start(
                folder.resolve("data"),
                "--ledger.admission.least-lines=" + BOUND,
                "--ledger.admission.most-lines=" + BOUND);
        Connection database = ledger.database();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Desk finance = ledger.desk("finance");
      fundId = finance.order(201, "/funds", fund("FULL")).path("fundId").asString();
      elsewhere = finance.order(201, "/funds", fund("FILE")).path("fundId").asString();
      PageClient page = PageClient.signIn(ledger.port(), "finance");
      assertThat(page.get("/desk").status()).isEqualTo(200);
      BookCheck.awaitReadModels(ledger);

      Map<String, Answer> answers = new ConcurrentHashMap<>();
      List<Future<?>> sent = new ArrayList<>();
      Future<Answer> token;
      String importId;
      database.setAutoCommit(false);
      try (Statement lane = database.createStatement()) {
        lane.execute("select pg_advisory_xact_lock(" + LANE + ")");
        IntStream.range(0, OFFERED)
            .forEach(
                i ->
                    sent.add(
                        threads.submit(() -> answers.put("R-" + i, record(finance, "R-" + i)))));
        Waiting.until(
            "all that found no room are answered", () -> answers.size() == OFFERED - BOUND);
        answers.values().forEach(BackpressureTest::assertTurnedAway);

        assertThatReadingGoesOn(ledger);
        assertThatNoMoreIsLetIn(ledger, page);
        token = threads.submit(() -> finance.post("/tokens", Map.of("label", "under load")));
        importId = startImport(finance);
        assertThat(Scrape.of(ledger).value("ledger_admission_waiting_lines")).isEqualTo(BOUND);
        assertThat(recorded(database)).isEmpty();
      } finally {
        database.commit();
      }
      for (Future<?> one : sent) {
        one.get();
      }
      Map<String, Answer> turnedAway = new TreeMap<>(answers);
      turnedAway.values().removeIf(answer -> answer.status() == 201);
      assertThat(turnedAway).hasSize(OFFERED - BOUND);
      assertThat(token.get().status()).as("who may come in is never turned away").isEqualTo(201);
      assertThat(importCounts(finance, importId)).isEqualTo("COMPLETED 3");

      List<String> before = recorded(database);
      assertThat(before).hasSize(BOUND);
      assertThat(before).doesNotContainAnyElementsOf(turnedAway.keySet());

      for (String reference : turnedAway.keySet()) {
        comeBack(finance, reference);
      }
      assertThat(recorded(database)).hasSize(OFFERED).doesNotHaveDuplicates();
      Scrape scrape = Scrape.of(ledger);
      assertThat(scrape.value("ledger_admission_waiting_lines")).isZero();
      assertThat(scrape.value("ledger_admission_turned_away_total"))
          .isGreaterThanOrEqualTo(OFFERED - BOUND);
      BookCheck.hold(ledger);
    }
  }

  private Answer record(Desk desk, String reference) {
    return desk.post("/funds/" + fundId + "/donations", anonymous(reference, "1.00"));
  }

  private static void assertTurnedAway(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(429);
    assertThat(answer.problem()).isEqualTo("QUEUE_FULL");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 30);
    assertThat(answer.json().path("facts").path("retryAfterSeconds").asString())
        .isEqualTo(answer.header("Retry-After"));
    // However early it is turned away, an answer is dressed as every other.
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  private void assertThatReadingGoesOn(RunningLedger ledger) {
    assertThat(ledger.desk("viewer").get("/funds/" + fundId + "/balance").status()).isEqualTo(200);
    assertThat(ledger.desk("admin").post("/subjects/search", Map.of("name", "张三")).status())
        .as("a search changes nothing")
        .isEqualTo(200);
    PageClient justNow = PageClient.signIn(ledger.port(), "approver");
    assertThat(justNow.get("/funds/" + fundId).status()).isEqualTo(200);
  }

  private void assertThatNoMoreIsLetIn(RunningLedger ledger, PageClient page) {
    Desk finance = ledger.desk("finance");
    String path = "/funds/" + fundId + "/donations";
    assertTurnedAway(
        finance.post(
            path + "/batch",
            Map.of("donations", List.of(anonymous("B-1", "1.00"), anonymous("B-2", "1.00")))));
    assertTurnedAway(finance.post("/funds/" + fundId + "/freeze", Bodies.reason("暂停")));

    // The largest body that there may be is not read either, and its sender is answered.
    assertTurnedAway(
        finance.raw(
            path + "/batch",
            ("{" + " ".repeat(8 * 1024 * 1024 - 2) + "}").getBytes(StandardCharsets.UTF_8)));

    assertThat(Desk.anonymous(ledger.port()).post(path, anonymous("S-1", "1.00")).problem())
        .as("a stranger learns nothing of the queue")
        .isEqualTo("UNAUTHENTICATED");

    Answer unread =
        finance.send(
            "POST", path, BodyPublishers.ofString("{ no JSON"), "Accept-Language", "en-GB");
    assertThat(unread.problem()).as("the body was not read").isEqualTo("QUEUE_FULL");
    assertThat(unread.json().path("title").asString()).isEqualTo("Queue full");
    assertThat(unread.json().path("detail").asString()).contains("this one was not");

    assertThatTheDeskSaysSo(page, "zh", "这一次没有记录");
    assertThatTheDeskSaysSo(page, "en", "this one was not");
  }

  private void assertThatTheDeskSaysSo(PageClient page, String language, String words) {
    Map<String, String> form = new HashMap<>();
    form.put("_fund", fundId);
    form.put("donor.anonymous", "true");
    form.put("amount", "5.00");
    form.put("reference", "D-1");
    form.put("channel", "CASH");
    form.put("receivedOn", Bodies.DAY);
    Answer answer = page.post("/desk?lang=" + language, form);
    assertThat(answer.status()).as(answer.text()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 30);
    assertThat(answer.text()).contains(words).contains("D-1");
  }

  private String startImport(Desk finance) {
    byte[] file =
        """
        日期,姓名,金额,流水号
        2026-05-19,张三,1.00,F-1
        2026-05-19,李四,2.00,F-2
        2026-05-19,王五,3.00,F-3
        """
            .getBytes(StandardCharsets.UTF_8);
    return new ImportClient(finance).start(elsewhere, "?dryRun=false&batch=B1", "名册.csv", file);
  }

  private static String importCounts(Desk finance, String importId) {
    JsonNode rested = new ImportClient(finance).rested(importId);
    return rested.path("state").asString() + " " + rested.path("recorded").asInt();
  }

  /** Sends again what was turned away, as it says, until there is room. */
  private void comeBack(Desk finance, String reference) {
    Waiting.until(
        reference + " is let in",
        () -> {
          Answer answer = record(finance, reference);
          assertThat(answer.status()).isIn(201, 429);
          return answer.status() == 201;
        });
  }

  /** The references of the flood that are in the book. */
  private static List<String> recorded(Connection database) {
    return BookCheck.rows(
            database,
            "select payload::json->>'reference' from ledger.event"
                + " where type = 'DonationReceived' and payload::json->>'reference' not like 'F-%'")
        .stream()
        .map(row -> row.substring(1, row.length() - 1))
        .toList();
  }
}
