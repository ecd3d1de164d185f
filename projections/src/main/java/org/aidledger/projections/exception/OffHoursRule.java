package org.aidledger.projections.exception;

import java.util.List;
import java.util.Map;
import org.aidledger.projections.query.Where;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Entries recorded on a Saturday or Sunday, or from 22:00 to 06:00, in the business time zone: one
 * exception for each fund, account and day. Public holidays and days worked in their place 调休 are
 * not known.
 */
final class OffHoursRule implements ExceptionRule {

  @Override
  public ExceptionKind kind() {
    return ExceptionKind.OFF_HOURS;
  }

  @Override
  public List<ExceptionView> find(JdbcClient jdbc, ExceptionScope scope, int limit) {
    Where where =
        scope
            .where("t.fund_id", "t.position")
            .and("t.entry_number is not null")
            .and("true", "zone", scope.zone().getId());
    String sql =
        """
        select l.fund_id::text, %s,
          jsonb_strip_nulls(
            jsonb_build_object('day', (l.at::date)::text, 'actor', l.actor)) as facts
        from (
          select t.fund_id, t.position, t.actor, t.recorded_at at time zone :zone as at
          from live.trail t %s) l
        where extract(isodow from l.at) > 5
          or extract(hour from l.at) >= 22 or extract(hour from l.at) < 6
        group by l.fund_id, l.actor, l.at::date
        order by min(l.position)
        """
            .formatted(RuleQuery.events("l.position"), where.sql());
    return RuleQuery.find(jdbc, kind(), sql, where, Map.of(), limit);
  }
}
