package org.aidledger.api.web.period;

import org.aidledger.api.actor.Actor;
import org.aidledger.api.web.WaitingWork;
import org.aidledger.core.account.Role;
import org.aidledger.projections.period.PeriodQueries;
import org.springframework.stereotype.Component;

/** Closings and reopenings that wait for this person's consent. */
@Component
final class PeriodWork implements WaitingWork {

  private final PeriodQueries periods;

  PeriodWork(PeriodQueries periods) {
    this.periods = periods;
  }

  @Override
  public String path() {
    return "/periods";
  }

  @Override
  public long count(Actor actor) {
    return actor.has(Role.FINANCE) || actor.has(Role.APPROVER)
        ? periods.waitingForOthersThan(actor.accountId().toString())
        : 0;
  }
}
