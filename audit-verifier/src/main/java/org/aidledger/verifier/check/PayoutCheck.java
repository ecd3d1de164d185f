package org.aidledger.verifier.check;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aidledger.verifier.check.Decisions.State;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.event.Payload;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;
import org.aidledger.verifier.scratch.Scratch;

/**
 * Payouts, alone or in rosters: no money is reserved or paid without its approvals, nobody decides
 * on their own request, and who pays has neither asked nor agreed.
 */
final class PayoutCheck implements Check {

  private static final Set<State> REQUESTED = Set.of(State.REQUESTED);
  private static final Set<State> PAID = Set.of(State.PAID);

  /** Where money can leave the fund or come back to it. */
  private static final Set<State> UNDER_WAY =
      Set.of(State.REQUESTED, State.APPROVED, State.RETURNED);

  private final Scope scope;
  private final Findings findings;
  private final Thresholds thresholds;
  private final Accounts accounts;
  private final Decisions decisions;

  PayoutCheck(
      Scope scope, Findings findings, Thresholds thresholds, Accounts accounts, Scratch scratch) {
    this.scope = scope;
    this.findings = findings;
    this.thresholds = thresholds;
    this.accounts = accounts;
    decisions = new Decisions(scratch);
  }

  @Override
  public void on(Event event) {
    thresholds.on(event);
    UUID id = event.streamId();
    switch (event.type()) {
      case "PayoutRequested" -> decisions.setPayout(id, requested(event));
      case "PayoutApproved" -> with(event, decisions.payout(id), this::approved);
      case "PayoutRejected" -> with(event, decisions.payout(id), this::rejected);
      case "PayoutPaid" -> with(event, decisions.payout(id), this::paid);
      case "PayoutReturned" -> with(event, decisions.payout(id), this::returned);
      case "PayoutCancelled" -> with(event, decisions.payout(id), this::cancelled);
      case "PayoutBatchRequested" -> decisions.setRoster(id, rosterRequested(event));
      case "PayoutBatchApproved" -> with(event, decisions.roster(id), this::rosterApproved);
      case "PayoutBatchRejected" -> with(event, decisions.roster(id), this::rejected);
      default -> {}
    }
  }

  private long requested(Event event) {
    Payload it = event.payload();
    requireActor(event, Field.REQUESTED_BY);
    return decisions.request(
        it.text(Field.FUND_ID),
        accounts.numberOf(it.text(Field.REQUESTED_BY)),
        it.number(Field.AMOUNT),
        it.optionalText(Field.BATCH_ID));
  }

  private void approved(Event event, long it) {
    Payload payload = event.payload();
    boolean complete = payload.flag(Field.COMPLETE);
    agree(event, it);
    requireAmount(event, it);
    if (complete != payload.has(Field.ENTRY_NUMBER) || decisions.state(it) != State.REQUESTED) {
      refuse(Code.PAYOUT_STATE, event);
    }
    if (complete) {
      if (!enough(it)) {
        refuse(Code.APPROVALS_MISSING, event);
      }
      decisions.setState(it, State.APPROVED);
    }
  }

  private boolean enough(long it) {
    if (!decisions.inRoster(it)) {
      int required = thresholds.required(decisions.fund(it), decisions.amount(it));
      return decisions.approvals(it) >= required;
    }
    long roster = decisions.rosterOf(it);
    return roster < 0
        ? !scope.fromStart()
        : decisions.state(roster) == State.APPROVED && decisions.approvedByAllOf(roster, it);
  }

  private void agree(Event event, long it) {
    Payload payload = event.payload();
    long approver = accounts.numberOf(payload.text(Field.APPROVED_BY));
    requireActor(event, Field.APPROVED_BY);
    if (approver == decisions.requestedBy(it)) {
      refuse(Code.SELF_APPROVAL, event);
    }
    if (decisions.approvedBy(it, approver)) {
      refuse(Code.APPROVED_TWICE, event);
    }
    decisions.approve(it, approver);
    if (payload.number(Field.APPROVALS) != decisions.approvals(it)) {
      refuse(Code.APPROVALS_MISSING, event);
    }
  }

  private void rejected(Event event, long it) {
    if (accounts.numberOf(event.actor()) == decisions.requestedBy(it)) {
      refuse(Code.SELF_APPROVAL, event);
    }
    to(event, it, State.REJECTED, REQUESTED);
  }

  private void paid(Event event, long it) {
    requireActor(event, Field.PAID_BY);
    long payer = accounts.numberOf(event.payload().text(Field.PAID_BY));
    if (payer == decisions.requestedBy(it) || decisions.approvedBy(it, payer)) {
      refuse(Code.PAYER_NOT_THIRD_PERSON, event);
    }
    if (decisions.state(it) == State.REQUESTED) {
      refuse(Code.APPROVALS_MISSING, event);
    }
    requireAmount(event, it);
    to(event, it, State.PAID, UNDER_WAY);
  }

  private void returned(Event event, long it) {
    to(event, it, State.RETURNED, PAID);
  }

  private void cancelled(Event event, long it) {
    State state = decisions.state(it);
    boolean reserved = state == State.APPROVED || state == State.RETURNED;
    if (reserved != event.payload().has(Field.ENTRY_NUMBER)) {
      refuse(Code.PAYOUT_STATE, event);
    }
    requireAmount(event, it);
    to(event, it, State.CANCELLED, UNDER_WAY);
  }

  private long rosterRequested(Event event) {
    Payload payload = event.payload();
    requireActor(event, Field.REQUESTED_BY);
    List<String> ids = payload.texts(Field.PAYOUT_IDS);
    long roster =
        decisions.request(
            payload.text(Field.FUND_ID),
            accounts.numberOf(payload.text(Field.REQUESTED_BY)),
            payload.number(Field.TOTAL),
            null);
    long total = 0;
    for (String id : ids) {
      long line = decisions.payout(id);
      if (line < 0 || !decisions.inRoster(line, event.streamId())) {
        refuse(Code.ROSTER_DIFFERS, event);
      } else {
        decisions.addLine(roster, line);
        total = Math.addExact(total, decisions.amount(line));
      }
    }
    if (total != decisions.amount(roster) || payload.number(Field.COUNT) != ids.size()) {
      refuse(Code.ROSTER_DIFFERS, event);
    }
    return roster;
  }

  private void rosterApproved(Event event, long it) {
    agree(event, it);
    if (decisions.state(it) != State.REQUESTED) {
      refuse(Code.PAYOUT_STATE, event);
    }
    if (event.payload().flag(Field.COMPLETE)) {
      int required = thresholds.required(decisions.fund(it), decisions.standing(it));
      if (decisions.approvals(it) < required) {
        refuse(Code.APPROVALS_MISSING, event);
      }
      decisions.setState(it, State.APPROVED);
      decisions.dropLines(it);
    }
  }

  private void to(Event event, long it, State next, Set<State> before) {
    if (!before.contains(decisions.state(it))) {
      refuse(Code.PAYOUT_STATE, event);
    }
    decisions.setState(it, next);
  }

  private void requireAmount(Event event, long it) {
    if (event.payload().number(Field.AMOUNT) != decisions.amount(it)) {
      refuse(Code.PAYOUT_AMOUNT, event);
    }
  }

  private void requireActor(Event event, Field field) {
    if (!event.payload().text(field).equals(event.actor())) {
      refuse(Code.ACTOR_DIFFERS, event);
    }
  }

  /** What began before the first event that is shown cannot be judged. */
  private void with(Event event, long it, Step step) {
    if (it >= 0) {
      step.take(event, it);
    } else if (scope.fromStart()) {
      refuse(Code.PAYOUT_STATE, event);
    }
  }

  private void refuse(Code code, Event event) {
    findings.add(
        code,
        "position",
        event.position(),
        "payout",
        event.streamId(),
        "type",
        event.type(),
        "account",
        event.actor());
  }

  private interface Step {
    void take(Event event, long it);
  }
}
