package org.aidledger.store.combine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CombinerTest {

  @Test
  void whoIsLeftWithoutAnAnswerIsToldSo() {
    try (Combiner<String, Integer> combiner = combiner()) {
      assertThatThrownBy(() -> combiner.submit("lost"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("an item was left without an answer");
      assertThat(combiner.submit("four")).isEqualTo(4);
    }
  }

  @Test
  void whatTheWorkThrowsReachesTheCallerAsItIs() {
    try (Combiner<String, Integer> combiner = combiner()) {
      assertThatThrownBy(() -> combiner.submit("broken"))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("broken");
      assertThat(combiner.submit("four")).isEqualTo(4);
    }
  }

  /**
   * A lower bound only, and half of it: a busy machine makes any pause longer, and the work of the
   * round before may have begun a little after its time was taken.
   */
  @Test
  void afterSharedRoundTheNextBeginsASetTimeLater() throws Exception {
    Rounds rounds = new Rounds();
    Duration apart = Duration.ofMillis(200);
    try (Combiner<List<String>, List<String>> combiner = Combiner.ofLists(10, apart, rounds::work);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      rounds.hold();
      Future<List<String>> alone = callers.submit(() -> combiner.submit(List.of("alone")));
      rounds.awaitBegun(1);
      List<Future<List<String>>> pair =
          Stream.of("one", "two")
              .map(word -> callers.submit(() -> combiner.submit(List.of(word))))
              .toList();
      awaitWaiting(combiner, 2);
      rounds.release();
      assertThat(alone.get()).containsExactly("alone");
      assertThat(pair.getFirst().get()).containsExactly("one");
      assertThat(pair.getLast().get()).containsExactly("two");
      assertThat(combiner.submit(List.of("last"))).containsExactly("last");

      assertThat(rounds.sizes()).containsExactly(1, 2, 1);
      assertThat(rounds.between(1, 2)).isGreaterThan(apart.dividedBy(2));
    }
  }

  @Test
  void whoComesAfterALoneCallerDoesNotWait() {
    Rounds rounds = new Rounds();
    Duration apart = Duration.ofSeconds(20);
    try (Combiner<List<String>, List<String>> combiner =
        Combiner.ofLists(10, apart, rounds::work)) {
      combiner.submit(List.of("one", "two"));
      combiner.submit(List.of("three"));
      assertThat(rounds.sizes()).containsExactly(2, 1);
      assertThat(rounds.between(0, 1)).isLessThan(apart);
    }
  }

  private static void awaitWaiting(Combiner<?, ?> combiner, int callers)
      throws InterruptedException {
    while (combiner.waiting() < callers) {
      Thread.sleep(1);
    }
  }

  /** Answers each word with itself, and remembers when which round began; can be held up. */
  private static final class Rounds {

    private final List<Integer> sizes = new CopyOnWriteArrayList<>();
    private final List<Long> begun = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    List<String> work(List<String> words) {
      begun.add(System.nanoTime());
      sizes.add(words.size());
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return words;
    }

    void hold() {
      gate = new CountDownLatch(1);
    }

    void release() {
      gate.countDown();
    }

    void awaitBegun(int rounds) throws InterruptedException {
      while (begun.size() < rounds) {
        Thread.sleep(1);
      }
    }

    List<Integer> sizes() {
      return sizes;
    }

    Duration between(int earlier, int later) {
      return Duration.ofNanos(begun.get(later) - begun.get(earlier));
    }
  }

  /** Measures words, loses one and breaks at another. */
  private static Combiner<String, Integer> combiner() {
    return new Combiner<>(word -> 1, 10, 10, CombinerTest::lengths, () -> {});
  }

  private static List<Integer> lengths(List<String> words) {
    if (words.contains("broken")) {
      throw new UnsupportedOperationException("broken");
    }
    return words.contains("lost") ? List.of() : words.stream().map(String::length).toList();
  }
}
