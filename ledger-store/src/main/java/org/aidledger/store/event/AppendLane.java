package org.aidledger.store.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.aidledger.store.event.Outcome.Collided;
import org.aidledger.store.event.Outcome.Failed;
import org.aidledger.store.event.Outcome.Landed;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which events enter the book.
 *
 * <p>The lane has no thread of its own. Whoever finds it idle leads: it takes every unit that waits
 * into one transaction, commits once, answers everybody and hands the lead to the next who waits.
 * So a lone caller pays no thread hop, and a crowd shares one flush to disk (flat combining,
 * Hendler et al. 2010). Across processes an advisory lock of the database keeps the same order.
 */
public final class AppendLane implements AutoCloseable {

  /** Bounds the memory and the duration of one transaction. */
  private static final int MOST_EVENTS_IN_ONE_TRANSACTION = 20_000;

  private final ReentrantLock mutex = new ReentrantLock();
  private final ArrayDeque<Waiter> queue = new ArrayDeque<>();
  private final List<AppendRider> riders = new CopyOnWriteArrayList<>();
  private final LaneConnection connection;
  private final AppendTransaction transaction;
  private final LongAdder appended = new LongAdder();
  private final LongAdder commits = new LongAdder();
  private volatile int lastBatchSize;
  private boolean led;
  private boolean closed;

  /**
   * Opens nothing yet.
   *
   * @param dataSource gives the lane's own connection, which it keeps
   */
  public AppendLane(DataSource dataSource) {
    connection = new LaneConnection(dataSource);
    transaction = new AppendTransaction(connection, riders);
  }

  /** Takes a rider along in every transaction from now on. */
  public void carry(AppendRider rider) {
    riders.add(rider);
  }

  /**
   * Appends the events, all or none, and returns when they are durable. An interrupt does not
   * shorten the wait, because the outcome would be lost; it is kept for the caller.
   *
   * @throws AggregateStreamCreationException if one of the streams exists already
   * @throws ConcurrencyException if a stream has grown since it was read
   * @throws EventStoreException if the transaction failed; after a broken connection the events may
   *     be there all the same
   */
  Appended append(List<EventRow> events) {
    Waiter waiter = new Waiter(List.copyOf(events), Thread.currentThread());
    boolean interrupted = !enqueue(waiter) && waiter.awaitLeadOrOutcome();
    if (waiter.outcome == null) {
      // An interrupt would break the connection of a virtual thread in the middle of everybody's
      // commit.
      interrupted |= Thread.interrupted();
      lead();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return answer(waiter.outcome);
  }

  /** Events appended since the start. */
  public long appended() {
    return appended.sum();
  }

  /** Transactions that appended something since the start. */
  public long commits() {
    return commits.sum();
  }

  /** Events in the last transaction that appended something. */
  public int lastBatchSize() {
    return lastBatchSize;
  }

  /** Units waiting right now, those of the running transaction not counted. */
  public int queueLength() {
    mutex.lock();
    try {
      return queue.size();
    } finally {
      mutex.unlock();
    }
  }

  /** Refuses new units, lets those in the lane finish, and gives the connection back. */
  @Override
  public void close() {
    mutex.lock();
    try {
      closed = true;
      if (!led) {
        connection.close();
      }
    } finally {
      mutex.unlock();
    }
  }

  /** Queues the unit; true if the caller has to lead. */
  private boolean enqueue(Waiter waiter) {
    mutex.lock();
    try {
      if (closed) {
        throw new EventStoreException("The book is closed; nothing more can be appended.");
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
   * Runs one transaction. The next leader is woken first, so that the disk does not wait for us.
   */
  private void lead() {
    List<Waiter> batch = takeBatch();
    List<Outcome> outcomes = List.of();
    try {
      outcomes = transaction.run(batch.stream().map(waiter -> waiter.events).toList());
      count(outcomes);
    } finally {
      handOver();
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).learn(i < outcomes.size() ? outcomes.get(i) : NO_ANSWER);
      }
    }
  }

  private List<Waiter> takeBatch() {
    List<Waiter> batch = new ArrayList<>();
    int events = 0;
    mutex.lock();
    try {
      for (Waiter next = queue.peek(); next != null; next = queue.peek()) {
        events += next.events.size();
        if (!batch.isEmpty() && events > MOST_EVENTS_IN_ONE_TRANSACTION) {
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
      Waiter next = queue.peek();
      if (next != null) {
        next.takeLead();
      } else {
        led = false;
        if (closed) {
          connection.close();
        }
      }
    } finally {
      mutex.unlock();
    }
  }

  private void count(List<Outcome> outcomes) {
    int events = 0;
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Landed landed) {
        events += landed.appended().count();
      }
    }
    if (events > 0) {
      appended.add(events);
      commits.increment();
      lastBatchSize = events;
    }
  }

  private static Appended answer(@Nullable Outcome outcome) {
    return switch (outcome) {
      case Landed landed -> landed.appended();
      case Collided(EventKey key) when key.sequence() == 0 ->
          throw new AggregateStreamCreationException(
              "The stream " + key.streamId() + " exists already.");
      case Collided(EventKey key) ->
          throw new ConcurrencyException(
              "The stream " + key.streamId() + " has an event " + key.sequence() + " already.");
      case Failed(Throwable cause) ->
          throw new EventStoreException("The events could not be appended.", cause);
      case null -> throw new IllegalStateException("A unit left the lane without an outcome.");
    };
  }

  private static final Outcome NO_ANSWER =
      new Failed(new IllegalStateException("The leader of the lane broke down."));

  /** One caller with its unit; it wakes when it is to lead or when its outcome is known. */
  private static final class Waiter {

    private final List<EventRow> events;
    private final Thread thread;
    private volatile boolean leads;
    private volatile @Nullable Outcome outcome;

    Waiter(List<EventRow> events, Thread thread) {
      this.events = events;
      this.thread = thread;
    }

    /** Waits; true if the thread was interrupted meanwhile. */
    boolean awaitLeadOrOutcome() {
      boolean interrupted = false;
      while (!leads && outcome == null) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      return interrupted;
    }

    void takeLead() {
      leads = true;
      LockSupport.unpark(thread);
    }

    void learn(Outcome found) {
      outcome = found;
      LockSupport.unpark(thread);
    }
  }
}
