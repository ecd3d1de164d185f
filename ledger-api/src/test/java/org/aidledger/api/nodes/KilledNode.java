package org.aidledger.api.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.aidledger.harness.Client.Answer;
import tools.jackson.databind.JsonNode;

/** One of two nodes is killed in the middle of recording; every acknowledged donation is there. */
final class KilledNode {

  private static final int THREADS = 8;
  private static final int AT_LEAST = 200;

  /** So many that the node which dies carries out the orders of some of them. */
  private static final int FUNDS = 6;

  private KilledNode() {}

  /** The second node is killed, and its clients go to the first. */
  static void tell(Office office, String code, NodeProcess second) throws Exception {
    List<String> funds = new ArrayList<>();
    for (int i = 0; i < FUNDS; i++) {
      funds.add(office.openFund(0, code + i));
    }
    Map<String, JsonNode> acknowledged = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger last = new AtomicInteger(Integer.MAX_VALUE);
    try (ExecutorService crowd = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        int node = thread;
        crowd.execute(
            () -> {
              for (int i = next.getAndIncrement(); i < last.get(); i = next.getAndIncrement()) {
                JsonNode answer = recordUntilAcknowledged(office, funds.get(i % FUNDS), node, i);
                acknowledged.put(answer.path("donationId").asString(), answer);
              }
            });
      }
      while (acknowledged.size() < AT_LEAST) {
        Office.pause();
      }
      second.kill();
      int before = acknowledged.size();
      while (acknowledged.size() < before + AT_LEAST) {
        Office.pause();
      }
      last.set(next.get() + THREADS);
      crowd.shutdown();
      assertThat(crowd.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
    }
    account(office, funds, acknowledged, last.get());
  }

  /** Asks until somebody acknowledges it, as an office would: the reference makes that safe. */
  private static JsonNode recordUntilAcknowledged(
      Office office, String fund, int node, int reference) {
    for (int attempt = 0; ; attempt++) {
      try {
        Answer answer = office.donate(node + attempt, fund, reference, reference + 1);
        if (answer.status() == 200 || answer.status() == 201) {
          return answer.json();
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
      } catch (java.io.UncheckedIOException gone) {
        // The node is dead; the next attempt goes to the other.
      }
      assertThat(attempt).as("attempts for one donation").isLessThan(300);
      Office.pause();
    }
  }

  /** Each fund holds exactly what was acknowledged, and together they hold every reference. */
  private static void account(
      Office office, List<String> funds, Map<String, JsonNode> acknowledged, long references) {
    long position =
        acknowledged.values().stream()
            .mapToLong(answer -> answer.path("position").asLong())
            .max()
            .orElseThrow();
    Map<String, Long> recorded = new HashMap<>();
    long fen = 0;
    for (String fund : funds) {
      List<JsonNode> trail = office.trail(0, fund, position);
      Office.assertGapless(trail);
      recorded.putAll(Office.positions(trail));
      String received = office.balance(0, fund, position).path("received").asString();
      fen += new BigDecimal(received).movePointRight(2).longValueExact();
    }
    assertThat(acknowledged)
        .allSatisfy(
            (id, answer) ->
                assertThat(recorded).containsEntry(id, answer.path("position").asLong()));
    assertThat(recorded).hasSize(acknowledged.size());
    assertThat(acknowledged).hasSize((int) references);
    assertThat(fen).isEqualTo(references * (references + 1) / 2);
    office.replayMatches(0);
  }
}
