package org.aidledger.store.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.aidledger.store.combine.Combiner;
import org.aidledger.store.event.Outcome.Collided;
import org.aidledger.store.event.Outcome.Failed;
import org.aidledger.store.event.Outcome.Landed;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The one door through which events enter the book. Callers combine: whoever finds the lane idle
 * takes every unit that waits into one transaction, so a lone caller pays no thread hop and a crowd
 * shares one flush to disk. Across processes an advisory lock of the database keeps the same order.
 */
public final class AppendLane implements AutoCloseable {

  /** Bounds the memory and the duration of one transaction. */
  private static final int MOST_EVENTS_IN_ONE_TRANSACTION = 20_000;

  private final List<AppendRider> riders = new CopyOnWriteArrayList<>();
  private final AppendTransaction transaction;
  private final Combiner<List<EventRow>, Outcome> combiner;
  private final LongAdder appended = new LongAdder();
  private final LongAdder commits = new LongAdder();
  private volatile int lastBatchSize;
  private volatile LaneWatcher watcher = LaneWatcher.NOBODY;

  /**
   * Opens nothing yet.
   *
   * @param dataSource gives the lane's own connection, which it keeps
   */
  public AppendLane(DataSource dataSource) {
    LaneConnection connection = new LaneConnection(dataSource);
    transaction = new AppendTransaction(connection, riders);
    // Nobody is turned away here: whoever waits holds a command already decided, and the number of
    // commands in flight is limited where they come in.
    combiner =
        new Combiner<>(
            List::size,
            MOST_EVENTS_IN_ONE_TRANSACTION,
            Integer.MAX_VALUE,
            this::appendTogether,
            connection::close);
  }

  /** Takes a rider along in every transaction from now on. */
  public void carry(AppendRider rider) {
    riders.add(rider);
  }

  /** Tells one watcher of every transaction from now on. */
  public void watch(LaneWatcher newWatcher) {
    watcher = newWatcher;
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
    Outcome outcome;
    try {
      outcome = combiner.submit(events);
    } catch (RejectedExecutionException e) {
      throw new EventStoreException("The book is closed; nothing more can be appended.", e);
    }
    return switch (outcome) {
      case Landed landed -> landed.appended();
      case Collided(EventKey key) when key.sequence() == 0 ->
          throw new AggregateStreamCreationException(
              "The stream " + key.streamId() + " exists already.");
      case Collided(EventKey key) ->
          throw new ConcurrencyException(
              "The stream " + key.streamId() + " has an event " + key.sequence() + " already.");
      case Failed(Exception cause) ->
          throw new EventStoreException("The events could not be appended.", cause);
    };
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
    return combiner.waiting();
  }

  /** Refuses new units, lets those in the lane finish, and gives the connection back. */
  @Override
  public void close() {
    combiner.close();
  }

  private List<Outcome> appendTogether(List<List<EventRow>> units) {
    long began = System.nanoTime();
    List<Outcome> outcomes = transaction.run(units);
    long nanos = System.nanoTime() - began;
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
      LaneReport.tell(watcher, units, outcomes, events, nanos);
    }
    return outcomes;
  }
}
