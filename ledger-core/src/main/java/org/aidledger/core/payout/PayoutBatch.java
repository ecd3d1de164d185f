package org.aidledger.core.payout;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Map;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.payout.event.PayoutBatchApproved;
import org.aidledger.core.payout.event.PayoutBatchRejected;
import org.aidledger.core.payout.event.PayoutBatchRequested;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.subject.SealedText;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.NullUnmarked;

/** A roster of payouts, decided as one; its lines are paid and returned each on its own. */
public class PayoutBatch {

  @AggregateIdentifier private String batchId;
  private PayoutBatchRequested request;
  private PayoutState state;
  private Approvals approvals;

  /** For the repository, which replays the history into it. */
  @NullUnmarked
  protected PayoutBatch() {}

  PayoutBatchRequested request() {
    return request;
  }

  boolean isApprovedBy(AccountId actor) {
    return approvals.has(actor);
  }

  PayoutState state() {
    return state;
  }

  boolean isRejected() {
    return state == PayoutState.REJECTED;
  }

  void requireDecidable(AccountId actor) {
    if (state != PayoutState.REQUESTED) {
      throw new Refused(RuleCode.PAYOUT_STATE, Map.of("state", state.name()));
    }
    approvals.requireNotRequester(actor);
  }

  boolean completesWith(int required) {
    return approvals.count() + 1 >= required;
  }

  void approve(AccountId actor, boolean complete) {
    apply(
        new PayoutBatchApproved(
            batchId, request.fundId(), actor.toString(), approvals.count() + 1, complete));
  }

  void reject(SealedText reason) {
    apply(new PayoutBatchRejected(batchId, request.fundId(), reason));
  }

  @EventSourcingHandler
  void on(PayoutBatchRequested event) {
    batchId = event.batchId();
    request = event;
    state = PayoutState.REQUESTED;
    approvals = new Approvals(event.requestedBy());
  }

  @EventSourcingHandler
  void on(PayoutBatchApproved event) {
    approvals.add(event.approvedBy());
    if (event.complete()) {
      state = PayoutState.APPROVED;
    }
  }

  @EventSourcingHandler
  void on(PayoutBatchRejected event) {
    state = PayoutState.REJECTED;
  }
}
