package org.aidledger.api.web.finding;

import org.aidledger.api.actor.Actor;
import org.aidledger.api.web.WaitingWork;
import org.aidledger.core.account.Role;
import org.aidledger.core.finding.FindingState;
import org.aidledger.projections.finding.FindingQueries;
import org.springframework.stereotype.Component;

/** Findings that this person can answer, or whose answer they can look at. */
@Component
final class FindingWork implements WaitingWork {

  private final FindingQueries findings;

  FindingWork(FindingQueries findings) {
    this.findings = findings;
  }

  @Override
  public String path() {
    return "/findings";
  }

  @Override
  public long count(Actor actor) {
    long toAnswer = actor.has(Role.FINANCE) ? findings.count(FindingState.RAISED) : 0;
    long toClose = actor.has(Role.AUDITOR) ? findings.count(FindingState.ANSWERED) : 0;
    return toAnswer + toClose;
  }
}
