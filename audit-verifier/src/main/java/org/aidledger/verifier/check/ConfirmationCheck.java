package org.aidledger.verifier.check;

import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.event.Payload;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;
import org.aidledger.verifier.scratch.KeyedTable;
import org.aidledger.verifier.scratch.Scratch;

/**
 * What one person proposes another confirms: the terms of a fund, the destruction of a key, the
 * close of a period.
 */
final class ConfirmationCheck implements Check {

  /** Who proposed, plus one; 0 where nothing is proposed any more. */
  private static final int PROPOSER = 0;

  private static final int COLUMNS = 1;

  private final Scope scope;
  private final Findings findings;
  private final Accounts accounts;

  /** By what is proposed. */
  private final KeyedTable pending;

  ConfirmationCheck(Scope scope, Findings findings, Accounts accounts, Scratch scratch) {
    this.scope = scope;
    this.findings = findings;
    this.accounts = accounts;
    pending = new KeyedTable(scratch, COLUMNS);
  }

  @Override
  public void on(Event event) {
    Payload it = event.payload();
    switch (event.type()) {
      case "FundChangeProposed" -> propose(change(it), it.text(Field.PROPOSED_BY));
      case "FundChangeConfirmed" -> confirmed(event, change(it), event.actor());
      case "KeyDestructionRequested" ->
          propose(it.text(Field.SUBJECT_ID), it.text(Field.REQUESTED_BY));
      case "KeyDestroyed" -> namedAndConfirmed(event, it.text(Field.SUBJECT_ID));
      case "PeriodClosingProposed", "PeriodReopeningProposed" ->
          propose(period(it), it.text(Field.PROPOSED_BY));
      case "PeriodClosed", "PeriodReopened" -> namedAndConfirmed(event, period(it));
      default -> {}
    }
  }

  private void propose(String what, String proposer) {
    pending.set(pending.rowOf(what), PROPOSER, accounts.numberOf(proposer) + 1);
  }

  private void namedAndConfirmed(Event event, String what) {
    String confirmer = event.payload().text(Field.CONFIRMED_BY);
    if (!confirmer.equals(event.actor())) {
      findings.add(Code.ACTOR_DIFFERS, "position", event.position(), "account", event.actor());
    }
    confirmed(event, what, confirmer);
  }

  private void confirmed(Event event, String what, String confirmer) {
    long row = pending.find(what);
    long proposer = row < 0 ? 0 : pending.get(row, PROPOSER);
    if (proposer == 0) {
      if (scope.fromStart()) {
        findings.add(Code.NOT_PROPOSED, "position", event.position());
      }
      return;
    }
    pending.set(row, PROPOSER, 0);
    if (proposer == accounts.numberOf(confirmer) + 1) {
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
