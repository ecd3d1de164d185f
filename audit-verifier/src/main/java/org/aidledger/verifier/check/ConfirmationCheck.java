package org.aidledger.verifier.check;

import java.util.HashMap;
import java.util.Map;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.event.Payload;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;

/**
 * What one person proposes another confirms: the terms of a fund, the destruction of a key, the
 * close of a period.
 */
final class ConfirmationCheck implements Check {

  private final Scope scope;
  private final Findings findings;

  /** Who proposed, by what is proposed. */
  private final Map<String, String> pending = new HashMap<>();

  ConfirmationCheck(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  @Override
  public void on(Event event) {
    Payload it = event.payload();
    switch (event.type()) {
      case "FundChangeProposed" -> pending.put(change(it), it.text(Field.PROPOSED_BY));
      case "FundChangeConfirmed" -> confirmed(event, change(it), event.actor());
      case "KeyDestructionRequested" ->
          pending.put(it.text(Field.SUBJECT_ID), it.text(Field.REQUESTED_BY));
      case "KeyDestroyed" -> namedAndConfirmed(event, it.text(Field.SUBJECT_ID));
      case "PeriodClosingProposed", "PeriodReopeningProposed" ->
          pending.put(period(it), it.text(Field.PROPOSED_BY));
      case "PeriodClosed", "PeriodReopened" -> namedAndConfirmed(event, period(it));
      default -> {}
    }
  }

  private void namedAndConfirmed(Event event, String what) {
    String confirmer = event.payload().text(Field.CONFIRMED_BY);
    if (!confirmer.equals(event.actor())) {
      findings.add(Code.ACTOR_DIFFERS, "position", event.position(), "account", event.actor());
    }
    confirmed(event, what, confirmer);
  }

  private void confirmed(Event event, String what, String confirmer) {
    String proposer = pending.remove(what);
    if (proposer == null) {
      if (scope.fromStart()) {
        findings.add(Code.NOT_PROPOSED, "position", event.position());
      }
    } else if (proposer.equals(confirmer)) {
      findings.add(Code.SELF_CONFIRMATION, "position", event.position(), "account", confirmer);
    }
  }

  private static String period(Payload it) {
    return it.text(Field.ORGANISATION)
        + " "
        + it.text(Field.PERIOD)
        + " "
        + it.text(Field.PROPOSAL_ID);
  }

  private static String change(Payload it) {
    return it.text(Field.FUND_ID) + " " + it.text(Field.CHANGE_ID);
  }
}
