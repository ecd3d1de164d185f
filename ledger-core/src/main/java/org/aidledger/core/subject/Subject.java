package org.aidledger.core.subject;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.subject.event.KeyDestroyed;
import org.aidledger.core.subject.event.KeyDestructionRequested;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A person's key on its way to destruction; the stream begins when someone first asks for it. */
public class Subject {

  @AggregateIdentifier private String subjectId;
  private @Nullable String requestedBy;
  private boolean destroyed;

  /** For the repository, which replays the history into it. */
  @NullUnmarked
  protected Subject() {}

  void requestAgain(SealedText reason, AccountId actor) {
    requireIntact();
    if (!actor.toString().equals(requestedBy)) {
      apply(new KeyDestructionRequested(subjectId, reason, actor.toString()));
    }
  }

  void confirm(AccountId actor) {
    if (destroyed) {
      return;
    }
    String asker = requestedBy;
    if (asker == null) {
      throw new Refused(RuleCode.KEY_DESTRUCTION_NOT_PENDING);
    }
    if (asker.equals(actor.toString())) {
      throw new Refused(RuleCode.SELF_CONFIRMATION);
    }
    apply(new KeyDestroyed(subjectId, asker, actor.toString()));
  }

  private void requireIntact() {
    if (destroyed) {
      throw new Refused(RuleCode.KEY_DESTROYED);
    }
  }

  @EventSourcingHandler
  void on(KeyDestructionRequested event) {
    subjectId = event.subjectId();
    requestedBy = event.requestedBy();
  }

  @EventSourcingHandler
  void on(KeyDestroyed event) {
    destroyed = true;
  }
}
