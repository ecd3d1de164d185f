package org.aidledger.store.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many threads that start at once; the first failure of any of them fails the test. */
public final class Crowd {

  private Crowd() {}

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work {
    /** Does the share of one thread, numbered from 0. */
    void run(int thread) throws Exception;
  }

  /** Runs the work on so many platform threads and waits for all. */
  public static void of(int threads, Work work) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      run(executor, threads, work);
    }
  }

  /** Runs the work on so many virtual threads and waits for all. */
  public static void ofVirtual(int threads, Work work) throws Exception {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      run(executor, threads, work);
    }
  }

  private static void run(ExecutorService executor, int threads, Work work)
      throws InterruptedException, ExecutionException {
    CountDownLatch start = new CountDownLatch(threads);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      all.add(
          executor.submit(
              () -> {
                start.countDown();
                start.await();
                work.run(number);
                return true;
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
  }
}
