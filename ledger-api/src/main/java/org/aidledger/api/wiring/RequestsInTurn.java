package org.aidledger.api.wiring;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * Gives each request a virtual thread, but lets only a few wait for a processor that have not begun
 * yet. The scheduler of virtual threads stays with the queue in which it found the last one until
 * that queue is empty: while new requests come by the thousand, whoever waits for an answer of the
 * database would not be seen for seconds, and with him all whose donations he commits. So new ones
 * begin in small numbers, and always from a thread of the system, whose queue runs empty in
 * between.
 */
final class RequestsInTurn implements Executor, AutoCloseable {

  /** Enough that no processor goes idle before the next ones are handed over. */
  static final int BEGINNING = 4 * Runtime.getRuntime().availableProcessors();

  private final Executor threads;
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final Semaphore places = new Semaphore(BEGINNING);
  private final Thread starter;

  RequestsInTurn() {
    ThreadFactory factory = Thread.ofVirtual().name("request-", 0).factory();
    this(request -> factory.newThread(request).start());
  }

  /** Has requests begun by what is given. */
  RequestsInTurn(Executor threads) {
    this.threads = threads;
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
        places.acquire();
        begin(next);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin(Runnable request) {
    threads.execute(
        () -> {
          places.release();
          request.run();
        });
  }
}
