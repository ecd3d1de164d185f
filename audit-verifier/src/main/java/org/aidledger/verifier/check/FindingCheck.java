package org.aidledger.verifier.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.event.Payload;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;

/**
 * A finding of an auditor is raised, then answered by somebody else, then closed by somebody who
 * did not answer; nothing follows. Who raised it before the events that are shown is not known.
 */
final class FindingCheck implements Check {

  private final Scope scope;
  private final Findings findings;
  private final Map<String, Standing> known = new HashMap<>();

  FindingCheck(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /** How far a finding is, and who had a hand in it. */
  private static final class Standing {
    private final String raisedBy;
    private final Set<String> answerers = new HashSet<>();
    private boolean closed;

    /** Empty if it was raised before. */
    Standing(String raisedBy) {
      this.raisedBy = raisedBy;
    }
  }

  @Override
  public void on(Event event) {
    switch (event.type()) {
      case "FindingRaised" ->
          known.put(
              event.payload().text(Field.FINDING_ID), new Standing(named(event, Field.RAISED_BY)));
      case "FindingAnswered" -> answered(event, standing(event));
      case "FindingClosed" -> closed(event, standing(event));
      default -> {}
    }
  }

  private void answered(Event event, Standing standing) {
    String who = named(event, Field.ANSWERED_BY);
    requireState(event, !standing.closed);
    requireOther(event, who, standing.raisedBy.equals(who));
    standing.answerers.add(who);
  }

  private void closed(Event event, Standing standing) {
    String who = named(event, Field.CLOSED_BY);
    boolean answered = !standing.answerers.isEmpty() || standing.raisedBy.isEmpty();
    requireState(event, answered && !standing.closed);
    requireOther(event, who, standing.answerers.contains(who));
    standing.closed = true;
  }

  private Standing standing(Event event) {
    Payload it = event.payload();
    Standing standing = known.get(it.text(Field.FINDING_ID));
    if (standing == null) {
      requireState(event, !scope.fromStart());
      standing = new Standing("");
      known.put(it.text(Field.FINDING_ID), standing);
    }
    return standing;
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
