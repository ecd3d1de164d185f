package org.aidledger.verifier.check;

import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;
import org.aidledger.verifier.scratch.Chains;
import org.aidledger.verifier.scratch.KeyedTable;
import org.aidledger.verifier.scratch.Scratch;

/**
 * A finding of an auditor is raised, then answered by somebody else, then closed by somebody who
 * did not answer; nothing follows. Who raised it before the events that are shown is not known.
 */
final class FindingCheck implements Check {

  private static final int RAISED_BY = 0;
  private static final int ANSWERERS = 1;
  private static final int CLOSED = 2;
  private static final int COLUMNS = 3;

  /** Stands for who raised a finding before. */
  private static final String UNKNOWN = "";

  private final Scope scope;
  private final Findings findings;
  private final Accounts accounts;
  private final KeyedTable known;
  private final Chains answerers;

  FindingCheck(Scope scope, Findings findings, Accounts accounts, Scratch scratch) {
    this.scope = scope;
    this.findings = findings;
    this.accounts = accounts;
    known = new KeyedTable(scratch, COLUMNS);
    answerers = new Chains(scratch);
  }

  @Override
  public void on(Event event) {
    switch (event.type()) {
      case "FindingRaised" -> raised(event);
      case "FindingAnswered" -> answered(event, standing(event));
      case "FindingClosed" -> closed(event, standing(event));
      default -> {}
    }
  }

  private void raised(Event event) {
    String id = event.payload().text(Field.FINDING_ID);
    begin(id, named(event, Field.RAISED_BY));
  }

  private void answered(Event event, long finding) {
    String who = named(event, Field.ANSWERED_BY);
    requireState(event, known.get(finding, CLOSED) == 0);
    requireOther(event, who, raisedBy(finding, who));
    long answers = known.get(finding, ANSWERERS);
    long account = accounts.numberOf(who);
    if (!answerers.contains(answers, account)) {
      known.set(finding, ANSWERERS, answerers.with(answers, account));
    }
  }

  private void closed(Event event, long finding) {
    String who = named(event, Field.CLOSED_BY);
    long answers = known.get(finding, ANSWERERS);
    boolean answered = answers != 0 || raisedBy(finding, UNKNOWN);
    requireState(event, answered && known.get(finding, CLOSED) == 0);
    requireOther(event, who, answerers.contains(answers, accounts.numberOf(who)));
    known.set(finding, CLOSED, 1);
  }

  private long standing(Event event) {
    String id = event.payload().text(Field.FINDING_ID);
    long finding = known.find(id);
    if (finding >= 0) {
      return finding;
    }
    requireState(event, !scope.fromStart());
    return begin(id, UNKNOWN);
  }

  private long begin(String id, String raisedBy) {
    long finding = known.rowOf(id);
    known.set(finding, RAISED_BY, accounts.numberOf(raisedBy));
    known.set(finding, ANSWERERS, 0);
    known.set(finding, CLOSED, 0);
    return finding;
  }

  private boolean raisedBy(long finding, String who) {
    return known.get(finding, RAISED_BY) == accounts.numberOf(who);
  }

  /** The account that the event names, which must be the one that acted. */
  private String named(Event event, Field field) {
    String who = event.payload().text(field);
    if (!who.equals(event.actor())) {
      findings.add(Code.ACTOR_DIFFERS, "position", event.position(), "account", event.actor());
    }
    return who;
  }

  private void requireState(Event event, boolean fits) {
    if (!fits) {
      findings.add(
          Code.FINDING_STATE,
          "position",
          event.position(),
          "what",
          event.type(),
          "finding",
          event.payload().text(Field.FINDING_ID));
    }
  }

  private void requireOther(Event event, String who, boolean same) {
    if (same) {
      findings.add(Code.SELF_CONFIRMATION, "position", event.position(), "account", who);
    }
  }
}
