package org.aidledger.api.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.aidledger.harness.Client.Answer;
import org.aidledger.store.postgres.DatabaseOptions;
import org.aidledger.store.postgres.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two processes on one database record into one fund at once, and lose and double nothing. */
class TwoNodesTest {

  private static final int SINGLES = 300;
  private static final int BATCHES = 10;
  private static final int BATCH = 50;
  private static final int PAYOUTS = 60;

  /** Payouts that there is money for. */
  private static final int AFFORDABLE = 40;

  @TempDir private static Path folder;

  private static EmbeddedDatabase database;
  private static NodeProcess first;
  private static NodeProcess second;
  private static Office office;

  @BeforeAll
  static void start() throws Exception {
    database =
        EmbeddedDatabase.start(
            folder.resolve("postgres"), DatabaseOptions.defaults().withoutWalFiles());
    Map<String, String> environment =
        BookFolder.environment(folder, database.jdbcUrl(), database.user(), database.password());
    // Both at once: migrations and first accounts are settled between them.
    first = NodeProcess.start(folder, "one", environment, "--spring.profiles.active=postgres");
    second = NodeProcess.start(folder, "two", environment, "--spring.profiles.active=postgres");
    office = new Office(List.of(first.ready().port(), second.ready().port()));
  }

  @AfterAll
  static void stop() {
    for (AutoCloseable part : new AutoCloseable[] {second, first, database}) {
      try {
        if (part != null) {
          part.close();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void overlappingReferencesIntoOneFundCountOnce() throws Exception {
    String fund = office.openFund(0, "HOT");
    List<Answer> singles;
    List<Answer> batches;
    try (ExecutorService crowd = Executors.newFixedThreadPool(16)) {
      List<Future<Answer>> single = new ArrayList<>();
      List<Future<Answer>> batch = new ArrayList<>();
      for (int i = 0; i < SINGLES; i++) {
        for (int node = 0; node < 2; node++) {
          int reference = i;
          int at = node;
          single.add(crowd.submit(() -> office.donate(at, fund, reference, reference + 1)));
          if (i % (SINGLES / BATCHES) == 0) {
            int from = i / (SINGLES / BATCHES) * BATCH;
            batch.add(crowd.submit(() -> office.donateMany(at, fund, "B", from, BATCH)));
          }
        }
      }
      singles = all(single);
      batches = all(batch);
    }

    for (int i = 0; i < SINGLES; i++) {
      assertOneOutcome(singles.get(2 * i), singles.get(2 * i + 1));
    }
    assertThat(batches).allMatch(answer -> answer.status() == 200);
    assertThat(sum(batches, "recorded")).isEqualTo(BATCHES * BATCH);
    assertThat(sum(batches, "alreadyRecorded")).isEqualTo(BATCHES * BATCH);
    assertThat(batches).allMatch(answer -> answer.json().path("refused").isEmpty());

    assertBook(fund, singles, batches);
  }

  /** Each order goes to both nodes, which gather it with others and collide with each other. */
  @Test
  void ordersAboutPayoutsOfOneFundAreEachCarriedOutOnce() throws Exception {
    String fund = office.openFund(0, "AID");
    office.donate(0, fund, SINGLES, 100 * AFFORDABLE);
    List<Answer> asked =
        bothNodes(PAYOUTS, (node, i) -> office.request(node, fund, "P" + i, "1.00"));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < PAYOUTS; i++) {
      Answer one = asked.get(2 * i);
      Answer other = asked.get(2 * i + 1);
      assertThat(List.of(one.status(), other.status())).containsExactlyInAnyOrder(201, 200);
      assertThat(one.json()).isEqualTo(other.json());
      ids.add(one.json().path("payoutId").asString());
    }

    List<Answer> approvals =
        bothNodes(
            PAYOUTS,
            (node, i) ->
                office.move(node, node == 0 ? "approver" : "approver2", ids.get(i), "approval"));
    List<String> approved =
        approvals.stream()
            .filter(answer -> answer.status() == 200)
            .map(answer -> answer.json().path("payoutId").asString())
            .toList();
    assertThat(approved).doesNotHaveDuplicates().hasSize(AFFORDABLE);

    List<Answer> paid =
        bothNodes(AFFORDABLE, (node, i) -> office.pay(node, approved.get(i), "BANK-" + i));
    assertThat(paid).allMatch(answer -> answer.status() == 200);
    long position =
        paid.stream().mapToLong(a -> a.json().path("position").asLong()).max().orElseThrow();
    JsonNode balance = office.balance(1, fund, position);
    assertThat(balance.path("paid").asString()).isEqualTo(Office.yuan(100 * AFFORDABLE));
    assertThat(balance.path("reserved").asString()).isEqualTo("0.00");
    assertThat(balance.path("available").asString()).isEqualTo("0.00");
    Office.assertGapless(office.trail(0, fund, position));
    office.replayMatches(1);
  }

  /** A node that believed to know everybody would take who came to the other for somebody new. */
  @Test
  void whoGaveAtOneNodeIsKnownAtTheOther() throws Exception {
    String fund = office.openFund(0, "KNOWN");
    for (int node = 0; node < 2; node++) {
      Answer given =
          office
              .at(node, "finance")
              .post(
                  "/api/v1/funds/" + fund + "/donations",
                  """
                  {"source":"cashbox","reference":"K%d","donor":{"name":"郑九","organisation":"工会","staffNumber":"9"},"amount":"1.00","receivedOn":"2026-01-05","channel":"CASH"}"""
                      .formatted(node));
      assertThat(given.status()).as(given.text()).isEqualTo(201);
    }
    assertThat(staffNumbersAndTheirPeople()).containsExactly(1, 1);
  }

  private static List<Integer> staffNumbersAndTheirPeople() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*), count(distinct subject_id) from ledger.subject_index where kind = 2")) {
      row.next();
      return List.of(row.getInt(1), row.getInt(2));
    }
  }

  @FunctionalInterface
  private interface Order {
    Answer at(int node, int number);
  }

  /** The answers to each order, that of the first node before that of the second. */
  private static List<Answer> bothNodes(int count, Order order) throws Exception {
    try (ExecutorService crowd = Executors.newFixedThreadPool(16)) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 2 * count; i++) {
        int number = i;
        answers.add(crowd.submit(() -> order.at(number % 2, number / 2)));
      }
      return all(answers);
    }
  }

  private static void assertBook(String fund, List<Answer> singles, List<Answer> batches) {
    long position =
        Stream.concat(singles.stream(), batches.stream())
            .mapToLong(answer -> answer.json().path("position").asLong())
            .max()
            .orElseThrow();
    String received = Office.yuan(upTo(SINGLES) + upTo(BATCHES * BATCH));
    for (int node = 0; node < 2; node++) {
      JsonNode balance = office.balance(node, fund, position);
      assertThat(balance.path("received").asString()).isEqualTo(received);
      assertThat(balance.path("available").asString()).isEqualTo(received);
    }
    List<JsonNode> trail = office.trail(1, fund, position);
    Office.assertGapless(trail);
    Map<String, Long> positions = Office.positions(trail);
    assertThat(positions).hasSize(SINGLES + BATCHES * BATCH);
    assertThat(singles)
        .allSatisfy(
            answer ->
                assertThat(answer.json().path("position").asLong())
                    .isEqualTo(positions.get(answer.json().path("donationId").asString())));
    office.replayMatches(0);
    office.replayMatches(1);
  }

  private static void assertOneOutcome(Answer one, Answer other) {
    assertThat(List.of(one.status(), other.status()))
        .as(one.text() + other.text())
        .containsExactlyInAnyOrder(201, 200);
    for (String same : List.of("donationId", "entryNumber", "position")) {
      assertThat(one.json().path(same)).isEqualTo(other.json().path(same));
    }
  }

  private static long sum(List<Answer> answers, String field) {
    return answers.stream().mapToLong(answer -> answer.json().path(field).asLong()).sum();
  }

  private static long upTo(long count) {
    return count * (count + 1) / 2;
  }

  private static List<Answer> all(List<Future<Answer>> futures) throws Exception {
    List<Answer> answers = new ArrayList<>();
    for (Future<Answer> future : futures) {
      answers.add(future.get());
    }
    return answers;
  }
}
