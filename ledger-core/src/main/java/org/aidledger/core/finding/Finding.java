package org.aidledger.core.finding;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.finding.event.FindingAnswered;
import org.aidledger.core.finding.event.FindingClosed;
import org.aidledger.core.finding.event.FindingRaised;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.subject.SealedText;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * One finding on its way: an auditor raises it, finance staff answer, an auditor closes it. Nobody
 * answers their own finding, and nobody closes what they answered, whatever roles they were given
 * in between.
 */
public class Finding {

  @AggregateIdentifier private String findingId;
  private @Nullable String fundId;
  private String raisedBy;
  private FindingState state;
  private final Set<String> answerers = new HashSet<>();

  /** For the repository, which replays the history into it. */
  @NullUnmarked
  protected Finding() {}

  void answer(SealedText answer, AccountId actor) {
    if (state == FindingState.CLOSED) {
      throw notIn(state);
    }
    requireOther(actor.toString().equals(raisedBy));
    apply(new FindingAnswered(findingId, fundId, answer, actor.toString()));
  }

  void close(SealedText conclusion, AccountId actor) {
    if (state != FindingState.ANSWERED) {
      throw notIn(state);
    }
    requireOther(answerers.contains(actor.toString()));
    apply(new FindingClosed(findingId, fundId, conclusion, actor.toString()));
  }

  private static Refused notIn(FindingState state) {
    return new Refused(RuleCode.FINDING_STATE, Map.of("state", state.name()));
  }

  private static void requireOther(boolean same) {
    if (same) {
      throw new Refused(RuleCode.SELF_CONFIRMATION);
    }
  }

  @EventSourcingHandler
  void on(FindingRaised event) {
    findingId = event.findingId();
    fundId = event.fundId();
    raisedBy = event.raisedBy();
    state = FindingState.RAISED;
  }

  @EventSourcingHandler
  void on(FindingAnswered event) {
    answerers.add(event.answeredBy());
    state = FindingState.ANSWERED;
  }

  @EventSourcingHandler
  void on(FindingClosed event) {
    state = FindingState.CLOSED;
  }
}
