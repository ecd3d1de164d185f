package org.aidledger.api.dispatch;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.aidledger.api.admission.Admission;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.command.OpenAccount;
import org.aidledger.core.donation.command.RecordDonations;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.stream.Streams;
import org.aidledger.core.subject.command.NoteReading;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Carries orders over Axon's command bus. */
public final class AxonLedger implements Ledger {

  /** Far more than two nodes that fight for one fund ever need. */
  private static final int MOST_ATTEMPTS = 60;

  /**
   * Orders about accounts, tokens and keys, and readings that go on record, are few and are never
   * turned away: who may come in and see what must be settled under any load.
   */
  private static final Set<Package> ALWAYS_LET_IN =
      Set.of(OpenAccount.class.getPackage(), NoteReading.class.getPackage());

  private final CommandCall commands;
  private final BookPositions positions;
  private final RefusalLog refusals;
  private final Admission admission;

  /**
   * Carries nothing yet.
   *
   * @param admission lets orders in, except those whose lines were let in before
   */
  public AxonLedger(
      CommandCall commands, BookPositions positions, RefusalLog refusals, Admission admission) {
    this.admission = admission;
    this.commands = commands;
    this.positions = positions;
    this.refusals = refusals;
  }

  @Override
  public <R extends @Nullable Object> Executed<R> execute(Object order, AccountId actor) {
    return ALWAYS_LET_IN.contains(order.getClass().getPackage())
        ? executeNow(order, actor)
        : admission.within(1, () -> executeNow(order, actor));
  }

  private <R extends @Nullable Object> Executed<R> executeNow(Object order, AccountId actor) {
    try {
      return retrying(order, MetaData.with(Streams.ACTOR, actor.toString()));
    } catch (Refused refused) {
      refusals.keep(RefusedOrder.of(order, refused), actor);
      throw refused;
    }
  }

  /**
   * Carries out an order in which every event names its own actor. Refusals are left to the caller,
   * and so is the room in the queue.
   */
  public <R extends @Nullable Object> Executed<R> executeForMany(Object order) {
    return retrying(order, MetaData.emptyInstance());
  }

  private <R extends @Nullable Object> Executed<R> retrying(Object order, MetaData metaData) {
    Object next = order;
    for (int attempt = 1; ; attempt++) {
      try {
        return dispatch(next, metaData);
      } catch (AggregateStreamCreationException | ConcurrencyException | DeadlockException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
        // Whether the fund or a donation collided is not told by every event store.
        if (next instanceof RecordDonations donations) {
          next = donations.lookingFirst();
        }
        pause(attempt);
      }
    }
  }

  private <R extends @Nullable Object> Executed<R> dispatch(Object order, MetaData metaData) {
    CommandMessage<Object> message = GenericCommandMessage.asCommandMessage(order);
    CommandMessage<Object> carried = message.andMetaData(metaData);
    @SuppressWarnings("unchecked") // Each order has one handler, which answers what R stands for.
    Supplier<CommandResultMessage<R>> call = () -> (CommandResultMessage<R>) commands.send(carried);
    return positions.around(carried.getIdentifier(), call);
  }

  /** Two nodes that collide again and again get apart by waiting for times of random length. */
  private static void pause(int attempt) {
    long most = TimeUnit.MILLISECONDS.toNanos(Math.min(2L * attempt, 40));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
  }
}
