package org.aidledger.verifier.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.event.Payload;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Payouts, alone or in rosters: no money is reserved or paid without its approvals, nobody decides
 * on their own request, and who pays has neither asked nor agreed.
 */
final class PayoutCheck implements Check {

  private enum State {
    REQUESTED,
    APPROVED,
    PAID,
    RETURNED,
    REJECTED,
    CANCELLED
  }

  private final Scope scope;
  private final Findings findings;
  private final Thresholds thresholds;
  private final Map<String, Decision> payouts = new HashMap<>();
  private final Map<String, Decision> rosters = new HashMap<>();

  PayoutCheck(Scope scope, Findings findings, Thresholds thresholds) {
    this.scope = scope;
    this.findings = findings;
    this.thresholds = thresholds;
  }

  @Override
  public void on(Event event) {
    thresholds.on(event);
    String id = event.streamId().toString();
    switch (event.type()) {
      case "PayoutRequested" -> payouts.put(id, requested(event));
      case "PayoutApproved" -> with(event, payouts.get(id), this::approved);
      case "PayoutRejected" -> with(event, payouts.get(id), this::rejected);
      case "PayoutPaid" -> with(event, payouts.get(id), this::paid);
      case "PayoutReturned" ->
          with(event, payouts.get(id), (e, it) -> to(e, it, State.RETURNED, Set.of(State.PAID)));
      case "PayoutCancelled" -> with(event, payouts.get(id), this::cancelled);
      case "PayoutBatchRequested" -> rosters.put(id, rosterRequested(event));
      case "PayoutBatchApproved" -> with(event, rosters.get(id), this::rosterApproved);
      case "PayoutBatchRejected" -> with(event, rosters.get(id), this::rejected);
      default -> {}
    }
  }

  private Decision requested(Event event) {
    Payload it = event.payload();
    requireActor(event, Field.REQUESTED_BY);
    return new Decision(
        it.text(Field.FUND_ID),
        it.text(Field.REQUESTED_BY),
        it.number(Field.AMOUNT),
        it.optionalText(Field.BATCH_ID));
  }

  private void approved(Event event, Decision it) {
    Payload payload = event.payload();
    boolean complete = payload.flag(Field.COMPLETE);
    agree(event, it);
    requireAmount(event, it);
    if (complete != payload.has(Field.ENTRY_NUMBER) || it.state != State.REQUESTED) {
      refuse(Code.PAYOUT_STATE, event);
    }
    if (complete) {
      Decision roster = it.roster == null ? null : rosters.get(it.roster);
      boolean enough =
          it.roster == null
              ? it.approvers.size() >= thresholds.required(it.fundId, it.amount)
              : roster == null
                  ? !scope.fromStart()
                  : roster.state == State.APPROVED && roster.approvers.containsAll(it.approvers);
      if (!enough) {
        refuse(Code.APPROVALS_MISSING, event);
      }
      it.state = State.APPROVED;
    }
  }

  private void agree(Event event, Decision it) {
    Payload payload = event.payload();
    String approver = payload.text(Field.APPROVED_BY);
    requireActor(event, Field.APPROVED_BY);
    if (approver.equals(it.requestedBy)) {
      refuse(Code.SELF_APPROVAL, event);
    }
    if (it.approvers.contains(approver)) {
      refuse(Code.APPROVED_TWICE, event);
    }
    it.approvers.add(approver);
    if (payload.number(Field.APPROVALS) != it.approvers.size()) {
      refuse(Code.APPROVALS_MISSING, event);
    }
  }

  private void rejected(Event event, Decision it) {
    if (event.actor().equals(it.requestedBy)) {
      refuse(Code.SELF_APPROVAL, event);
    }
    to(event, it, State.REJECTED, Set.of(State.REQUESTED));
  }

  private void paid(Event event, Decision it) {
    requireActor(event, Field.PAID_BY);
    String payer = event.payload().text(Field.PAID_BY);
    if (payer.equals(it.requestedBy) || it.approvers.contains(payer)) {
      refuse(Code.PAYER_NOT_THIRD_PERSON, event);
    }
    if (it.state == State.REQUESTED) {
      refuse(Code.APPROVALS_MISSING, event);
    }
    requireAmount(event, it);
    to(event, it, State.PAID, Set.of(State.REQUESTED, State.APPROVED, State.RETURNED));
  }

  private void cancelled(Event event, Decision it) {
    boolean reserved = it.state == State.APPROVED || it.state == State.RETURNED;
    if (reserved != event.payload().has(Field.ENTRY_NUMBER)) {
      refuse(Code.PAYOUT_STATE, event);
    }
    requireAmount(event, it);
    to(event, it, State.CANCELLED, Set.of(State.REQUESTED, State.APPROVED, State.RETURNED));
  }

  private Decision rosterRequested(Event event) {
    Payload payload = event.payload();
    requireActor(event, Field.REQUESTED_BY);
    List<String> ids = payload.texts(Field.PAYOUT_IDS);
    Decision roster =
        new Decision(
            payload.text(Field.FUND_ID),
            payload.text(Field.REQUESTED_BY),
            payload.number(Field.TOTAL),
            null);
    long total = 0;
    for (String id : ids) {
      Decision line = payouts.get(id);
      if (line == null || !event.streamId().toString().equals(line.roster)) {
        refuse(Code.ROSTER_DIFFERS, event);
      } else {
        roster.lines.add(line);
        total = Math.addExact(total, line.amount);
      }
    }
    if (total != roster.amount || payload.number(Field.COUNT) != ids.size()) {
      refuse(Code.ROSTER_DIFFERS, event);
    }
    return roster;
  }

  private void rosterApproved(Event event, Decision it) {
    agree(event, it);
    if (it.state != State.REQUESTED) {
      refuse(Code.PAYOUT_STATE, event);
    }
    if (event.payload().flag(Field.COMPLETE)) {
      long standing = 0;
      for (Decision line : it.lines) {
        if (line.state == State.REQUESTED) {
          standing = Math.addExact(standing, line.amount);
        }
      }
      if (it.approvers.size() < thresholds.required(it.fundId, standing)) {
        refuse(Code.APPROVALS_MISSING, event);
      }
      it.state = State.APPROVED;
      it.lines.clear();
    }
  }

  private void to(Event event, Decision it, State next, Set<State> before) {
    if (!before.contains(it.state)) {
      refuse(Code.PAYOUT_STATE, event);
    }
    it.state = next;
  }

  private void requireAmount(Event event, Decision it) {
    if (event.payload().number(Field.AMOUNT) != it.amount) {
      refuse(Code.PAYOUT_AMOUNT, event);
    }
  }

  private void requireActor(Event event, Field field) {
    if (!event.payload().text(field).equals(event.actor())) {
      refuse(Code.ACTOR_DIFFERS, event);
    }
  }

  /** What began before the first event that is shown cannot be judged. */
  private void with(Event event, @Nullable Decision it, Step step) {
    if (it != null) {
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
    void take(Event event, Decision it);
  }

  /** A payout, or a roster of them, on its way. */
  private static final class Decision {

    private final String fundId;
    private final String requestedBy;
    private final long amount;
    private final @Nullable String roster;
    private final List<String> approvers = new ArrayList<>(2);
    private final List<Decision> lines = new ArrayList<>(0);
    private State state = State.REQUESTED;

    Decision(String fundId, String requestedBy, long amount, @Nullable String roster) {
      this.fundId = fundId;
      this.requestedBy = requestedBy;
      this.amount = amount;
      this.roster = roster;
    }
  }
}
