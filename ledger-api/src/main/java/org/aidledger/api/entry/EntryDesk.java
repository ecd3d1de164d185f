package org.aidledger.api.entry;

import java.util.Map;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.RefusalLog;
import org.aidledger.api.dispatch.RefusedOrder;
import org.aidledger.core.entry.command.SetOpeningBalance;
import org.aidledger.core.entry.event.EntryEvent;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.Begun;
import org.springframework.stereotype.Component;

/** Answers orders for entries: recorded now, recorded before, or in conflict with the first. */
@Component
final class EntryDesk {

  private final RefusalLog refusals;

  EntryDesk(RefusalLog refusals) {
    this.refusals = refusals;
  }

  EntryAnswer answer(Object order, Executed<Begun> executed, Actor actor) {
    return switch (executed.result()) {
      case Begun.New(Object event) -> answer(event, EntryAnswer.RECORDED, executed.position());
      case Begun.Known(var first) when SameEntry.of(order, first.event()) ->
          answer(first.event(), "ALREADY_RECORDED", first.position());
      case Begun.Known(var first) -> {
        RuleCode code =
            order instanceof SetOpeningBalance
                ? RuleCode.OPENING_ALREADY_SET
                : RuleCode.REFERENCE_CONFLICT;
        Refused refused =
            new Refused(
                code,
                Map.of(
                    "firstPosition", Long.toString(first.position()),
                    "firstKind", first.event().getClass().getSimpleName()));
        refusals.keep(RefusedOrder.of(order, refused), actor.accountId());
        throw refused;
      }
    };
  }

  private static EntryAnswer answer(Object event, String status, long position) {
    return switch (event) {
      case EntryEvent entry ->
          new EntryAnswer(entry.entryId(), status, entry.entryNumber(), null, position);
      case FundsTransferred transfer ->
          new EntryAnswer(
              transfer.transferId(),
              status,
              transfer.fromEntryNumber(),
              transfer.toEntryNumber(),
              position);
      default -> throw new IllegalStateException("not an entry: " + event.getClass());
    };
  }
}
