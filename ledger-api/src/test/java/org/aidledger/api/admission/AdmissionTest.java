package org.aidledger.api.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The queue of orders is bounded, and its bound follows from how fast it is answered. */
class AdmissionTest {

  private static final int BOUND = 8;

  private final AtomicLong now = new AtomicLong();

  private Admission bounded(int least, int most) {
    return new Admission(
        new AdmissionSettings(Duration.ofMillis(200), least, 1, most), now::get, _ -> {});
  }

  /** Orders of one line that are inside until the latch opens. */
  private static void fill(
      ExecutorService threads, Admission admission, int orders, CountDownLatch end)
      throws InterruptedException {
    fill(threads, admission, orders, 1, end);
  }

  private static void fill(
      ExecutorService threads, Admission admission, int orders, int lines, CountDownLatch end)
      throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(orders);
    for (int i = 0; i < orders; i++) {
      var _ =
          threads.submit(
              () ->
                  admission.within(
                      lines,
                      () -> {
                        inside.countDown();
                        return await(end);
                      }));
    }
    assertThat(inside.await(5, TimeUnit.MINUTES)).isTrue();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(5, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatFindsNoRoomIsTurnedAwayBeforeAnythingIsDone() throws Exception {
    Admission admission = bounded(BOUND, BOUND);
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      fill(threads, admission, BOUND, end);

      assertThatThrownBy(() -> admission.within(1, done::incrementAndGet))
          .isInstanceOf(QueueFull.class);
      assertThatThrownBy(admission::requireRoom).isInstanceOf(QueueFull.class);

      assertThat(done).hasValue(0);
      assertThat(admission.waiting()).isEqualTo(BOUND);
      assertThat(admission.turnedAway()).isEqualTo(2);
      end.countDown();
    }
    assertThat(admission.waiting()).isZero();
    assertThat(admission.within(1, done::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void fourTimesAsManyAsFitNeverExceedTheBound() {
    Admission admission = bounded(BOUND, BOUND);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    int orders = 2_000;
    try (ExecutorService threads = Executors.newFixedThreadPool(4 * BOUND)) {
      for (int i = 0; i < orders; i++) {
        var _ =
            threads.submit(
                () -> {
                  try {
                    admission.within(
                        1,
                        () -> {
                          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                          LockSupport.parkNanos(20_000);
                          inside.decrementAndGet();
                          return done.incrementAndGet();
                        });
                  } catch (QueueFull full) {
                    refused.incrementAndGet();
                  }
                });
      }
    }
    assertThat(most.get()).isBetween(1, BOUND);
    assertThat(done.get() + refused.get()).isEqualTo(orders);
    assertThat(admission.turnedAway()).isEqualTo(refused.get());
    assertThat(admission.waiting()).isZero();
  }

  @Test
  void aLongBatchIsLetInAsAWholeWhileThereIsAnyRoom() {
    Admission admission = bounded(BOUND, BOUND);

    int seen = admission.within(10_000, admission::waiting);

    assertThat(seen).isEqualTo(10_000);
    assertThat(admission.waiting()).isZero();
  }

  @Test
  void aFewOrdersAreLetInHoweverLongTheyAre() throws Exception {
    Admission admission =
        new Admission(
            new AdmissionSettings(Duration.ofMillis(200), BOUND, 3, BOUND), now::get, _ -> {});
    for (int round = 0; round < 2; round++) {
      CountDownLatch end = new CountDownLatch(1);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        fill(threads, admission, 2, 1_000, end);
        admission.requireRoom();
        fill(threads, admission, 1, 1_000, end);

        assertThat(admission.waiting()).isEqualTo(3_000);
        assertThatThrownBy(admission::requireRoom).isInstanceOf(QueueFull.class);
        assertThatThrownBy(() -> admission.within(1, () -> 0)).isInstanceOf(QueueFull.class);
        end.countDown();
      }
      assertThat(admission.waiting()).as("who was turned away left no trace").isZero();
    }
  }

  @Test
  void aLaterOrderOfTheSameRequestIsNeverCutOff() {
    Admission admission = bounded(1, 1);

    String answer =
        admission.within(1, () -> admission.within(1, () -> "second of " + admission.waiting()));

    assertThat(answer).isEqualTo("second of 1");
  }

  @Test
  void whatKeepsABoundOfItsOwnIsNeitherCountedNorTurnedAway() throws Exception {
    Admission admission = bounded(1, 1);
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger seen = new AtomicInteger(-1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      fill(threads, admission, 1, end);
      admission.background(() -> seen.set(admission.within(1_000, admission::waiting)));
      end.countDown();
    }
    assertThat(seen).hasValue(1);
  }

  @Test
  void anOrderThatFailsGivesItsPlaceBack() {
    Admission admission = bounded(1, 1);

    assertThatThrownBy(
            () ->
                admission.within(
                    1,
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .hasMessage("failed");

    assertThat(admission.waiting()).isZero();
  }

  @Test
  void theBoundIsWhatIsAnsweredWithinTheTargetOnceItIsPressed() throws Exception {
    Admission admission = bounded(10, 20_000);
    assertThat(admission.bound()).as("before anything was measured").isEqualTo(1_500);

    for (int i = 0; i < 20; i++) {
      answer(admission, admission.bound(), Duration.ofSeconds(1).toNanos() / 10);
    }
    // As many as fit are answered in a tenth of a second, so twice as many would wait for 200 ms.
    assertThat(admission.bound()).isEqualTo(20_000);

    for (int i = 0; i < 30; i++) {
      answer(admission, admission.bound(), Duration.ofSeconds(20).toNanos());
    }
    assertThat(admission.bound()).as("a slow store").isEqualTo(10);

    for (int i = 0; i < 30; i++) {
      answer(admission, 1, Duration.ofSeconds(1).toNanos());
    }
    assertThat(admission.bound()).as("a short queue says nothing").isEqualTo(10);
  }

  /** One order is let in, and answered after a time. */
  private void answer(Admission admission, int lines, long nanos) {
    admission.within(lines, () -> now.addAndGet(nanos));
  }

  @Test
  void retryAfterIsTheTimeThatTheQueueNeedsInWholeSeconds() throws Exception {
    Admission admission = bounded(30, 30);
    assertThat(refusal(admission, 30)).as("nothing was measured yet").isEqualTo(1);

    // Ten lines in a second.
    answer(admission, 10, Duration.ofSeconds(1).toNanos());
    assertThat(refusal(admission, 30)).isEqualTo(3);
    assertThat(refusal(admission, 35)).isEqualTo(4);
  }

  @Test
  void aStoreThatStandsStillSendsThemAwayForHalfAMinute() throws Exception {
    Admission admission = bounded(1, 1);
    AtomicInteger seconds = new AtomicInteger();

    admission.within(
        1,
        () -> {
          now.addAndGet(Duration.ofSeconds(5).toNanos());
          seconds.set(secondsOf(admission));
          return 0;
        });

    assertThat(seconds).hasValue(30);
  }

  private static int refusal(Admission admission, int lines) {
    return admission.within(lines, () -> secondsOf(admission));
  }

  private static int secondsOf(Admission admission) {
    try {
      admission.requireRoom();
    } catch (QueueFull full) {
      return full.retryAfterSeconds();
    }
    throw new AssertionError("there was room");
  }

  @Test
  void eachAnswerTellsHowLongItTook() {
    List<Long> took = new java.util.ArrayList<>();
    Admission admission =
        new Admission(new AdmissionSettings(Duration.ofMillis(200), 1, 1, 1), now::get, took::add);

    answer(admission, 1, 42);

    assertThat(took).containsExactly(42L);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new AdmissionSettings(Duration.ZERO, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AdmissionSettings(Duration.ofMillis(1), 2, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyThreadsLeaveNothingBehind() throws Exception {
    Admission admission = bounded(64, 64);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all =
          IntStream.range(0, 500)
              .mapToObj(i -> threads.submit(() -> tried(admission, i % 7 + 1)))
              .toList();
      int lines = 0;
      for (Future<Integer> one : all) {
        lines += one.get();
      }
      assertThat(lines).isPositive();
    }
    assertThat(admission.waiting()).isZero();
  }

  private static int tried(Admission admission, int lines) {
    try {
      return admission.within(lines, () -> lines);
    } catch (QueueFull full) {
      return 0;
    }
  }
}
