package org.aidledger.core.entry;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.aidledger.core.entry.command.ReverseEntry;
import org.aidledger.core.entry.event.EntryEvent;
import org.aidledger.core.entry.event.EntryReversed;
import org.aidledger.core.entry.event.ExpenseRecorded;
import org.aidledger.core.entry.event.IncomeRecorded;
import org.aidledger.core.entry.event.OpeningBalanceSet;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.Streams;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One opening balance, other income or other expense from its recording on. */
public class Entry {

  @AggregateIdentifier private String entryId;
  private String fundId;
  private Movement movement;
  private long amount;
  private String recordedBy;
  private @Nullable String reversedBy;

  /** For the repository, which replays the history into it. */
  @NullUnmarked
  protected Entry() {}

  String fundId() {
    return fundId;
  }

  boolean isReversedBy(ReverseEntry order) {
    return order.actor().toString().equals(reversedBy);
  }

  void requireReversible(ReverseEntry order) {
    if (reversedBy != null) {
      throw new Refused(RuleCode.ENTRY_REVERSED);
    }
    if (recordedBy.equals(order.actor().toString())) {
      throw new Refused(RuleCode.SELF_CORRECTION);
    }
  }

  Movement movement() {
    return movement;
  }

  /** In minor units of the fund's currency. */
  long amount() {
    return amount;
  }

  void reverse(ReverseEntry order, long number) {
    apply(
        new EntryReversed(
            entryId, fundId, movement, number, amount, order.effectiveOn(), order.reason()));
  }

  @EventSourcingHandler
  void on(EntryEvent event, @MetaDataValue(Streams.ACTOR) String actor) {
    entryId = event.entryId();
    fundId = event.fundId();
    amount = event.amount();
    movement =
        switch (event) {
          case OpeningBalanceSet _ -> Movement.OPENING;
          case IncomeRecorded _ -> Movement.INCOME;
          case ExpenseRecorded _ -> Movement.EXPENSE;
        };
    recordedBy = actor;
  }

  @EventSourcingHandler
  void on(EntryReversed event, @MetaDataValue(Streams.ACTOR) String actor) {
    reversedBy = actor;
  }
}
