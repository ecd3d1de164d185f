package org.aidledger.store.combine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lets many callers share one piece of work, without a thread of its own. Whoever finds it idle
 * leads: it takes everything that waits into one batch, does the work once, answers everybody, and
 * hands the lead to the next who waits. So a lone caller pays no thread hop, and a crowd shares one
 * round of work (flat combining, Hendler et al. 2010).
 *
 * <p>Callers who come evenly would be worked on in twos and threes, though a round costs about the
 * same for two as for ten. So rounds can be kept apart: after one that several callers shared, the
 * next begins a set time after that one began. Callers who come singly do not wait, and neither
 * does a crowd that keeps each round busy for longer than that.
 *
 * @param <T> what a caller brings
 * @param <R> what it is answered
 */
public final class Combiner<T, R> implements AutoCloseable {

  /**
   * From the beginning of a round to that of the next. Shorter than most rounds of a crowd, so that
   * a crowd loses nothing; callers who come evenly share fewer rounds (docs/adr/0016).
   */
  private static final Duration APART = Duration.ofNanos(1_500_000);

  private final ReentrantLock mutex = new ReentrantLock();
  private final ArrayDeque<Waiter<T, R>> queue = new ArrayDeque<>();
  private final ToIntFunction<T> weight;
  private final int mostWeight;
  private final int mostWaiting;
  private final Function<List<T>, List<R>> work;
  private final Runnable onClosed;
  private final long apartNanos;
  private boolean led;
  private boolean closed;

  /** When the last round began, and whether several callers shared it; known to who leads. */
  private long begunNanos;

  private boolean shared;

  /**
   * Sets the terms; rounds follow each other at once.
   *
   * @param weight how much of a batch one item takes
   * @param mostWeight what a batch may weigh; a heavier item goes alone
   * @param mostWaiting how many callers may wait
   * @param work answers each item of a batch, in order; if it throws, every caller of that batch
   *     gets what it threw
   * @param onClosed runs once, when it is closed and nobody works any more
   */
  public Combiner(
      ToIntFunction<T> weight,
      int mostWeight,
      int mostWaiting,
      Function<List<T>, List<R>> work,
      Runnable onClosed) {
    this(weight, mostWeight, mostWaiting, work, onClosed, Duration.ZERO);
  }

  private Combiner(
      ToIntFunction<T> weight,
      int mostWeight,
      int mostWaiting,
      Function<List<T>, List<R>> work,
      Runnable onClosed,
      Duration apart) {
    this.weight = weight;
    this.mostWeight = mostWeight;
    this.mostWaiting = mostWaiting;
    this.work = work;
    this.onClosed = onClosed;
    this.apartNanos = apart.toNanos();
  }

  /**
   * One whose callers bring lists: the work gets all of their lines as one list and answers line by
   * line, and each caller is given the answers to its own. Nobody is turned away, however many
   * wait, and rounds are kept apart.
   *
   * @param mostLines of a batch; a longer list goes alone
   * @param work answers each line, in order
   */
  public static <T, R> Combiner<List<T>, List<R>> ofLists(
      int mostLines, Function<List<T>, List<R>> work) {
    return ofLists(mostLines, APART, work);
  }

  static <T, R> Combiner<List<T>, List<R>> ofLists(
      int mostLines, Duration apart, Function<List<T>, List<R>> work) {
    return new Combiner<>(
        List::size, mostLines, Integer.MAX_VALUE, lists -> together(lists, work), () -> {}, apart);
  }

  private static <T, R> List<List<R>> together(
      List<List<T>> lists, Function<List<T>, List<R>> work) {
    List<R> all = work.apply(lists.stream().flatMap(List::stream).toList());
    List<List<R>> answers = new ArrayList<>(lists.size());
    int from = 0;
    for (List<T> list : lists) {
      answers.add(all.subList(from, from + list.size()));
      from += list.size();
    }
    return answers;
  }

  /**
   * Brings an item and waits for its answer. An interrupt does not shorten the wait, because the
   * outcome would be lost; it is kept for the caller.
   *
   * @throws RejectedExecutionException if too many wait or it is closed; the item was not worked on
   */
  public R submit(T item) {
    Waiter<T, R> waiter = new Waiter<>(item, Thread.currentThread());
    boolean interrupted = !enqueue(waiter) && waiter.awaitLeadOrAnswer();
    if (waiter.answer == null) {
      interrupted |= keepApart();
      lead();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return waiter.answered();
  }

  /** Callers waiting right now, those of the running batch not counted. */
  public int waiting() {
    mutex.lock();
    try {
      return queue.size();
    } finally {
      mutex.unlock();
    }
  }

  /** Refuses new items and lets those that wait finish. */
  @Override
  public void close() {
    mutex.lock();
    try {
      if (!closed) {
        closed = true;
        if (!led) {
          onClosed.run();
        }
      }
    } finally {
      mutex.unlock();
    }
  }

  /** Queues the item; true if the caller has to lead. */
  private boolean enqueue(Waiter<T, R> waiter) {
    mutex.lock();
    try {
      if (closed) {
        throw new RejectedExecutionException("closed");
      }
      if (queue.size() >= mostWaiting) {
        throw new RejectedExecutionException("too many wait");
      }
      queue.add(waiter);
      boolean leads = !led;
      led = true;
      return leads;
    } finally {
      mutex.unlock();
    }
  }

  /**
   * Lets more callers gather after a round that was shared. Takes interrupts away, for one would
   * break the connection of a virtual thread in the middle of everybody's work; true if there was
   * any.
   */
  private boolean keepApart() {
    boolean interrupted = Thread.interrupted();
    long now = System.nanoTime();
    while (shared && now - begunNanos < apartNanos) {
      LockSupport.parkNanos(this, apartNanos - (now - begunNanos));
      interrupted |= Thread.interrupted();
      now = System.nanoTime();
    }
    begunNanos = now;
    return interrupted;
  }

  /** Does the work of one batch. The next leader is woken first, so that the work never pauses. */
  private void lead() {
    List<Waiter<T, R>> batch = takeBatch();
    shared = batch.size() > 1;
    List<R> answers = List.of();
    @Nullable Throwable failure = null;
    try {
      answers = work.apply(batch.stream().map(waiter -> waiter.item).toList());
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      handOver();
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).learn(i < answers.size() ? new Done<>(answers.get(i)) : broken(failure));
      }
    }
  }

  /** Nothing is made for the case that does not come: a trace of a deep stack takes its time. */
  private static <R> Broken<R> broken(@Nullable Throwable failure) {
    return new Broken<>(
        failure == null
            ? new IllegalStateException("an item was left without an answer")
            : failure);
  }

  private List<Waiter<T, R>> takeBatch() {
    List<Waiter<T, R>> batch = new ArrayList<>();
    long total = 0;
    mutex.lock();
    try {
      for (Waiter<T, R> next = queue.peek(); next != null; next = queue.peek()) {
        total += weight.applyAsInt(next.item);
        if (!batch.isEmpty() && total > mostWeight) {
          break;
        }
        batch.add(queue.remove());
      }
    } finally {
      mutex.unlock();
    }
    return batch;
  }

  private void handOver() {
    mutex.lock();
    try {
      Waiter<T, R> next = queue.peek();
      if (next != null) {
        next.takeLead();
      } else {
        led = false;
        if (closed) {
          onClosed.run();
        }
      }
    } finally {
      mutex.unlock();
    }
  }

  private sealed interface Answer<R> {}

  private record Done<R>(R value) implements Answer<R> {}

  private record Broken<R>(Throwable failure) implements Answer<R> {}

  /** One caller with its item; it wakes when it is to lead or when its answer is known. */
  private static final class Waiter<T, R> {

    private final T item;
    private final Thread thread;
    private volatile boolean leads;
    private volatile @Nullable Answer<R> answer;

    Waiter(T item, Thread thread) {
      this.item = item;
      this.thread = thread;
    }

    /** Waits; true if the thread was interrupted meanwhile. */
    boolean awaitLeadOrAnswer() {
      boolean interrupted = false;
      while (!leads && answer == null) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      return interrupted;
    }

    void takeLead() {
      leads = true;
      LockSupport.unpark(thread);
    }

    void learn(Answer<R> found) {
      answer = found;
      LockSupport.unpark(thread);
    }

    R answered() {
      return switch (answer) {
        case Done<R> done -> done.value();
        case Broken<R>(RuntimeException failure) -> throw failure;
        case Broken<R>(Error failure) -> throw failure;
        case Broken<R>(Throwable failure) -> throw new IllegalStateException(failure);
        case null -> throw new IllegalStateException("woken without an answer");
      };
    }
  }
}
