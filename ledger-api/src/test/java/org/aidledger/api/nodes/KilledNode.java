package org.aidledger.api.nodes;

import static org.assertj.core.api.Assertions.assertThat;

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

  private KilledNode() {}

  /** The second node is killed, and its clients go to the first. */
  static void tell(Office office, String code, NodeProcess second) throws Exception {
    String fund = office.openFund(0, code);
    Map<String, JsonNode> acknowledged = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger last = new AtomicInteger(Integer.MAX_VALUE);
    try (ExecutorService crowd = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        int node = thread;
        crowd.execute(
            () -> {
              for (int i = next.getAndIncrement(); i < last.get(); i = next.getAndIncrement()) {
                JsonNode answer = recordUntilAcknowledged(office, fund, node, i);
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
      last.set(next.get());
      crowd.shutdown();
      assertThat(crowd.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
    account(office, fund, acknowledged);
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

  private static void account(Office office, String fund, Map<String, JsonNode> acknowledged) {
    long position =
        acknowledged.values().stream()
            .mapToLong(answer -> answer.path("position").asLong())
            .max()
            .orElseThrow();
    List<JsonNode> trail = office.trail(0, fund, position);
    Office.assertGapless(trail);
    Map<String, Long> positions = Office.positions(trail);
    assertThat(acknowledged)
        .allSatisfy(
            (id, answer) ->
                assertThat(positions).containsEntry(id, answer.path("position").asLong()));
    assertThat(positions.keySet()).isEqualTo(acknowledged.keySet());
    long fen = acknowledged.size();
    assertThat(office.balance(0, fund, position).path("received").asString())
        .isEqualTo(Office.yuan(fen * (fen + 1) / 2));
    office.replayMatches(0);
  }
}
