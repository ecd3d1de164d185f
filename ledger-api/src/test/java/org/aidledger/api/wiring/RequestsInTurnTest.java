package org.aidledger.api.wiring;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestsInTurnTest {

  private static final int PATIENCE_SECONDS = 60;
  private static final long SHORT_NANOS = 20_000;

  private final BlockingQueue<Runnable> handedOver = new LinkedBlockingQueue<>();
  private final List<Integer> begun = new ArrayList<>();

  @Test
  void fewWaitForAProcessorAndBeginInTheOrderInWhichTheyCame() throws Exception {
    try (RequestsInTurn requests = requests()) {
      int all = 3 * RequestsInTurn.BEGINNING;
      for (int i = 0; i < all; i++) {
        int number = i;
        requests.execute(() -> begun.add(number));
      }
      for (int i = 0; i < all; i++) {
        assertThat(handedOver.size()).isLessThanOrEqualTo(RequestsInTurn.BEGINNING);
        next().run();
      }
      assertThat(begun).isEqualTo(IntStream.range(0, all).boxed().toList());
    }
  }

  @Test
  void whoHasBegunKeepsNoPlaceHoweverItEnds() throws Exception {
    try (RequestsInTurn requests = requests()) {
      for (int i = 0; i < RequestsInTurn.BEGINNING; i++) {
        requests.execute(
            () -> {
              throw new IllegalStateException("broken");
            });
      }
      requests.execute(() -> begun.add(1));
      for (int i = 0; i < RequestsInTurn.BEGINNING; i++) {
        assertThatThrownBy(next()::run).hasMessage("broken");
      }
      next().run();
      assertThat(begun).containsExactly(1);
    }
  }

  @Test
  void whoWaitsForOthersKeepsNobodyFromBeginning() throws Exception {
    int crowd = 5_000;
    try (RequestsInTurn requests = new RequestsInTurn()) {
      CountDownLatch together = new CountDownLatch(crowd);
      CountDownLatch answered = new CountDownLatch(crowd);
      for (int i = 0; i < crowd; i++) {
        requests.execute(
            () -> {
              together.countDown();
              awaitAll(together);
              answered.countDown();
            });
      }
      assertThat(answered.await(PATIENCE_SECONDS, SECONDS)).isTrue();
    }
  }

  @Test
  void thatNothingBeginsAnyMoreIsNoticed() throws Exception {
    CountDownLatch noticed = new CountDownLatch(1);
    try (RequestsInTurn requests =
        new RequestsInTurn(handedOver::add, Duration.ofMillis(50), noticed::countDown)) {
      for (int i = 0; i <= RequestsInTurn.BEGINNING; i++) {
        requests.execute(() -> begun.add(1));
      }
      assertThat(noticed.await(PATIENCE_SECONDS, SECONDS)).isTrue();
    }
  }

  /** All together take longer than the patience, but each finds a place within it. */
  @Test
  void whileAnyBeginsNothingIsNoticed() throws Exception {
    AtomicInteger noticed = new AtomicInteger();
    try (RequestsInTurn requests =
        new RequestsInTurn(handedOver::add, Duration.ofSeconds(1), noticed::incrementAndGet)) {
      int all = 3 * RequestsInTurn.BEGINNING;
      for (int i = 0; i < all; i++) {
        requests.execute(() -> begun.add(1));
      }
      for (int i = 0; i < all; i++) {
        Thread.sleep(3_000 / all);
        next().run();
      }
      assertThat(begun).hasSize(all);
      assertThat(noticed).hasValue(0);
    }
  }

  /**
   * As the connection of the lane is woken by a thread of the system when the database has
   * answered. With a virtual thread for each at once, thousands begin before it is seen.
   */
  @Test
  void aRushOfNewRequestsDoesNotHideWhoIsWoken() throws Exception {
    int crowd = 50_000;
    AtomicInteger done = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(crowd);
    try (RequestsInTurn requests = new RequestsInTurn()) {
      Woken woken = new Woken(done, crowd);
      for (int i = 0; i < crowd; i++) {
        requests.execute(
            () -> {
              long end = System.nanoTime() + SHORT_NANOS;
              while (System.nanoTime() < end) {
                Thread.onSpinWait();
              }
              done.incrementAndGet();
              all.countDown();
            });
      }
      assertThat(all.await(PATIENCE_SECONDS, SECONDS)).isTrue();
      assertThat(woken.average()).isLessThan(20 * RequestsInTurn.BEGINNING);
    }
  }

  private RequestsInTurn requests() {
    return new RequestsInTurn(
        handedOver::add,
        Duration.ofSeconds(PATIENCE_SECONDS),
        () -> {
          throw new IllegalStateException("nothing stood still");
        });
  }

  /** A virtual thread that is woken again and again, and how many others were done before it. */
  private static final class Woken {

    private final AtomicInteger done;
    private final int all;
    private final List<Integer> before = new ArrayList<>();
    private final Thread sleeper = Thread.ofVirtual().start(this::sleep);
    private final Thread waker;
    private volatile boolean closed;
    private volatile boolean called;
    private volatile int doneWhenCalled;

    Woken(AtomicInteger done, int all) {
      this.done = done;
      this.all = all;
      this.waker = Thread.ofPlatform().daemon().start(this::wake);
    }

    private void sleep() {
      while (!closed) {
        LockSupport.park();
        if (called) {
          int now = done.get();
          // Before the first and after the last there is no rush.
          if (doneWhenCalled > 0 && now < all) {
            before.add(now - doneWhenCalled);
          }
          called = false;
        }
      }
    }

    private void wake() {
      while (!closed) {
        if (!called) {
          doneWhenCalled = done.get();
          called = true;
          LockSupport.unpark(sleeper);
        }
        LockSupport.parkNanos(SHORT_NANOS);
      }
    }

    /** Ends it, and tells how many were done before it, on average of all times. */
    double average() throws InterruptedException {
      closed = true;
      waker.join();
      LockSupport.unpark(sleeper);
      sleeper.join();
      return before.stream().mapToInt(Integer::intValue).average().orElse(all);
    }
  }

  private Runnable next() throws InterruptedException {
    Runnable next = handedOver.poll(PATIENCE_SECONDS, SECONDS);
    assertThat(next).isNotNull();
    return next;
  }

  private static void awaitAll(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
