package org.aidledger.api.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aidledger.harness.Client;
import org.aidledger.harness.Client.Answer;
import tools.jackson.databind.JsonNode;

/** The people of an office, who work on whichever node they are told. */
final class Office {

  static final String PASSWORD = "first-password-of-all";
  private static final String POSITION = "Ledger-Position";

  private final List<Integer> ports;

  Office(List<Integer> ports) {
    this.ports = ports;
  }

  int nodes() {
    return ports.size();
  }

  /** Somebody at a node; nodes are counted round. */
  Client at(int node, String user) {
    return new Client(ports.get(node % ports.size())).basic(user, PASSWORD);
  }

  String openFund(int node, String code) {
    Answer opened =
        at(node, "finance")
            .post(
                "/api/v1/funds",
                """
                {"code":"%s","name":"金秋助学","purpose":"助学","treatment":"OWN_INCOME"}"""
                    .formatted(code));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json().path("fundId").asString();
  }

  Answer donate(int node, String fund, int reference, int fen) {
    return at(node, "finance")
        .post("/api/v1/funds/" + fund + "/donations", donation(fund, "S" + reference, fen));
  }

  /** References from first on; each line is worth as many fen as its number, counted from 1. */
  Answer donateMany(int node, String fund, String prefix, int first, int count) {
    return at(node, "finance2")
        .post(
            "/api/v1/funds/" + fund + "/donations/batch",
            IntStream.range(first, first + count)
                .mapToObj(i -> donation(fund, prefix + i, i + 1))
                .collect(Collectors.joining(",", "{\"donations\":[", "]}")));
  }

  /** Asks for a payout. */
  Answer request(int node, String fund, String reference, String amount) {
    return at(node, "finance")
        .post(
            "/api/v1/funds/" + fund + "/payouts",
            """
            {"reference":"%s","payee":{"name":"李四","bankAccount":"6222907483378876"},"amount":"%s","purpose":"助学"}"""
                .formatted(reference, amount));
  }

  /** Moves a payout on by an order that needs no body. */
  Answer move(int node, String user, String payout, String step) {
    return at(node, user).post("/api/v1/payouts/" + payout + "/" + step, "{}");
  }

  Answer pay(int node, String payout, String bankReference) {
    return at(node, "cashier")
        .post(
            "/api/v1/payouts/" + payout + "/payment",
            """
            {"paidOn":"2026-01-06","bankReference":"%s"}"""
                .formatted(bankReference));
  }

  /** The body of an order; a reference is free to be used by another source. */
  static String donation(String source, String reference, int fen) {
    return """
        {"source":"%s","reference":"%s","donor":{"name":"张三%s"},"amount":"%s","receivedOn":"2026-01-05","channel":"CASH"}"""
        .formatted(source, reference, reference, yuan(fen));
  }

  static String yuan(long fen) {
    return "%d.%02d".formatted(fen / 100, fen % 100);
  }

  /** The balance as a reader sees it who has seen the position. */
  JsonNode balance(int node, String fund, long position) {
    return seen(node, "auditor", position, "/api/v1/funds/" + fund + "/balance").json();
  }

  /** An answer that is not older than the position; retried as its Retry-After asks. */
  Answer seen(int node, String user, long position, String path) {
    Client client = at(node, user).with(POSITION, Long.toString(position));
    long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    Answer answer = client.get(path);
    while (answer.status() == 503 && System.nanoTime() < deadline) {
      pause();
      answer = client.get(path);
    }
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  /** All lines of a fund's trail. */
  List<JsonNode> trail(int node, String fund, long position) {
    List<JsonNode> lines = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          seen(node, "auditor", position, "/api/v1/funds/" + fund + "/trail?limit=500" + cursor)
              .json();
      page.path("items").forEach(lines::add);
      cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
    } while (!cursor.isEmpty());
    return lines;
  }

  /** Replays the book on a node and insists that live and rebuilt read models are equal. */
  void replayMatches(int node) {
    Answer started = at(node, "auditor").post("/api/v1/audit/replays", "{}");
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    String path = "/api/v1/audit/replays/" + started.json().path("replayId").asString();
    JsonNode replay = at(node, "auditor").get(path).json();
    while (replay.path("state").asString().equals("RUNNING")) {
      pause();
      replay = at(node, "auditor").get(path).json();
    }
    assertThat(replay.path("state").asString()).as(replay.toString()).isEqualTo("COMPLETED");
    assertThat(replay.path("matches").asBoolean()).as(replay.toString()).isTrue();
  }

  /** Entry numbers run from 1 without gaps, and each position belongs to one event. */
  static void assertGapless(List<JsonNode> trail) {
    List<Long> numbers =
        trail.stream()
            .filter(line -> line.path("entryNumber").isNumber())
            .map(line -> line.path("entryNumber").asLong())
            .sorted()
            .toList();
    assertThat(numbers)
        .isEqualTo(IntStream.rangeClosed(1, numbers.size()).mapToObj(i -> (long) i).toList());
  }

  /** Positions by donation of the lines that recorded one. */
  static Map<String, Long> positions(List<JsonNode> trail) {
    return trail.stream()
        .filter(line -> line.path("type").asString().equals("DonationReceived"))
        .collect(
            Collectors.toMap(
                line -> line.path("streamId").asString(), line -> line.path("position").asLong()));
  }

  static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
