package org.aidledger.core.payout;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.payout.command.CancelPayout;
import org.aidledger.core.payout.command.PayPayout;
import org.aidledger.core.payout.command.ReturnPayout;
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.payout.event.PayoutCancelled;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutRejected;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.payout.event.PayoutReturned;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.subject.SealedText;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One payout from its request to its end. */
public class Payout {

  @AggregateIdentifier private String payoutId;
  private PayoutRequested request;
  private PayoutState state;
  private Approvals approvals;
  private @Nullable PayoutPaid lastPayment;
  private final Set<Settlement> payments = new HashSet<>();
  private final Set<LocalDate> returns = new HashSet<>();

  /** A payment that was made once, to recognise its repetition. */
  private record Settlement(LocalDate paidOn, String bankReference) {}

  /** For the repository, which replays the history into it. */
  @NullUnmarked
  protected Payout() {}

  /** Begins with its first event. */
  @NullUnmarked
  Payout(PayoutRequested event) {
    apply(event);
  }

  PayoutRequested request() {
    return request;
  }

  PayoutState state() {
    return state;
  }

  boolean isIn(PayoutState... states) {
    return List.of(states).contains(state);
  }

  boolean isApprovedBy(AccountId actor) {
    return approvals.has(actor);
  }

  void requireState(PayoutState... allowed) {
    if (!isIn(allowed)) {
      throw new Refused(RuleCode.PAYOUT_STATE, Map.of("state", state.name()));
    }
  }

  void requireAlone() {
    String batchId = request.batchId();
    if (batchId != null) {
      throw new Refused(RuleCode.PART_OF_BATCH, Map.of("batch", batchId));
    }
  }

  void requireApprovable(AccountId actor) {
    requireState(PayoutState.REQUESTED);
    approvals.requireNotRequester(actor);
  }

  boolean completesWith(int required) {
    return approvals.count() + 1 >= required;
  }

  void approve(AccountId actor, boolean complete, LocalDate today, @Nullable Long entryNumber) {
    apply(
        new PayoutApproved(
            payoutId,
            request.fundId(),
            actor.toString(),
            approvals.count() + 1,
            complete,
            request.amount(),
            today,
            entryNumber));
  }

  void reject(SealedText reason) {
    apply(new PayoutRejected(payoutId, request.fundId(), reason));
  }

  boolean isPaidBy(PayPayout command) {
    return payments.contains(new Settlement(command.paidOn(), command.bankReference()));
  }

  void requirePayable(AccountId actor) {
    requireState(PayoutState.APPROVED, PayoutState.RETURNED);
    approvals.requireThirdPerson(actor);
  }

  void pay(PayPayout command, long entryNumber) {
    apply(
        new PayoutPaid(
            payoutId,
            request.fundId(),
            request.kind(),
            request.amount(),
            command.paidOn(),
            command.bankReference(),
            command.actor().toString(),
            entryNumber));
  }

  boolean isReturnedBy(ReturnPayout command) {
    return !isIn(PayoutState.PAID) && returns.contains(command.returnedOn());
  }

  void requireReturnable(LocalDate returnedOn) {
    requireState(PayoutState.PAID);
    if (lastPayment != null && returnedOn.isBefore(lastPayment.paidOn())) {
      throw new Refused(
          RuleCode.RETURN_BEFORE_PAYMENT, Map.of("paidOn", lastPayment.paidOn().toString()));
    }
  }

  void takeBack(ReturnPayout command, long entryNumber) {
    apply(
        new PayoutReturned(
            payoutId,
            request.fundId(),
            request.kind(),
            request.amount(),
            command.returnedOn(),
            command.reason(),
            entryNumber));
  }

  void cancel(CancelPayout command, @Nullable Long entryNumber) {
    apply(
        new PayoutCancelled(
            payoutId,
            request.fundId(),
            request.amount(),
            command.today(),
            command.reason(),
            entryNumber));
  }

  @EventSourcingHandler
  void on(PayoutRequested event) {
    payoutId = event.payoutId();
    request = event;
    state = PayoutState.REQUESTED;
    approvals = new Approvals(event.requestedBy());
  }

  @EventSourcingHandler
  void on(PayoutApproved event) {
    approvals.add(event.approvedBy());
    if (event.complete()) {
      state = PayoutState.APPROVED;
    }
  }

  @EventSourcingHandler
  void on(PayoutRejected event) {
    state = PayoutState.REJECTED;
  }

  @EventSourcingHandler
  void on(PayoutPaid event) {
    state = PayoutState.PAID;
    lastPayment = event;
    payments.add(new Settlement(event.paidOn(), event.bankReference()));
  }

  @EventSourcingHandler
  void on(PayoutReturned event) {
    state = PayoutState.RETURNED;
    returns.add(event.returnedOn());
  }

  @EventSourcingHandler
  void on(PayoutCancelled event) {
    state = PayoutState.CANCELLED;
  }
}
