package org.aidledger.api.wiring;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each request a virtual thread, but lets only a few wait for a processor that have not begun
 * yet. The scheduler of virtual threads stays with the queue in which it found the last one until
 * that queue is empty: while new requests come by the thousand, whoever waits for an answer of the
 * database would not be seen for seconds, and with him all whose donations he commits. So new ones
 * begin in small numbers, and always from a thread of the system, whose queue runs empty in
 * between.
 *
 * <p>It is also who notices that virtual threads stand still: one that has a processor and cannot
 * leave it while it waits, as in the loading of a class, may wait for another that gets none. A
 * process in which nothing begins any more does not end when it is asked to, either.
 */
final class RequestsInTurn implements Executor, AutoCloseable {

  /** Enough that no processor goes idle before the next ones are handed over. */
  static final int BEGINNING = 4 * Runtime.getRuntime().availableProcessors();

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int TIMES = 2;

  private static final Logger LOG = LoggerFactory.getLogger(RequestsInTurn.class);

  private final Executor threads;
  private final Duration patience;
  private final Runnable onStandstill;
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final Semaphore places = new Semaphore(BEGINNING);
  private final Thread starter;

  RequestsInTurn() {
    ThreadFactory factory = Thread.ofVirtual().name("request-", 0).factory();
    this(request -> factory.newThread(request).start(), PATIENCE, RequestsInTurn::end);
  }

  /**
   * Has requests begun by what is given.
   *
   * @param patience with a request that waits to begin while no other begins, twice
   * @param onStandstill runs when none has begun for that long
   */
  RequestsInTurn(Executor threads, Duration patience, Runnable onStandstill) {
    this.threads = threads;
    this.patience = patience;
    this.onStandstill = onStandstill;
    this.starter = Thread.ofPlatform().daemon().name("requests-in-turn").start(this::startAll);
  }

  @Override
  public void execute(Runnable request) {
    if (waiting.isEmpty() && !Thread.currentThread().isVirtual() && places.tryAcquire()) {
      begin(request);
    } else {
      waiting.add(request);
    }
  }

  /** Begins no more requests; to be called when none come any more. */
  @Override
  public void close() {
    starter.interrupt();
  }

  private void startAll() {
    try {
      while (true) {
        Runnable next = waiting.take();
        takePlace();
        begin(next);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void takePlace() throws InterruptedException {
    // More than once, because a machine that slept looks the same the first time.
    for (int i = 0; i < TIMES; i++) {
      if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    onStandstill.run();
    places.acquire();
  }

  /** What was answered is on the disk, and whoever starts the ledger anew finds it there. */
  private static void end() {
    LOG.error(
        "No request has begun for {} seconds: threads keep each other waiting. The process ends,"
            + " to be started anew.",
        TIMES * PATIENCE.toSeconds());
    Runtime.getRuntime().halt(1);
  }

  private void begin(Runnable request) {
    threads.execute(
        () -> {
          places.release();
          request.run();
        });
  }
}
