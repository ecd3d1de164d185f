package org.aidledger.projections.exception;

import java.util.List;
import java.util.Map;
import org.aidledger.projections.query.Where;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Payouts of one person out of one fund, asked for within seven days, none above the amount beyond
 * which two approvers are needed, together above it. The threshold is the one in force now.
 */
final class SplitPayoutsRule implements ExceptionRule {

  @Override
  public ExceptionKind kind() {
    return ExceptionKind.SPLIT_PAYOUTS;
  }

  @Override
  public List<ExceptionView> find(JdbcClient jdbc, ExceptionScope scope, int limit) {
    Where where = RuleQuery.aided(scope);
    String sql =
        RuleQuery.AIDED.formatted(where.sql())
            + """
              , below as (
                select a.fund_id, a.person, a.first_position, a.amount, a.currency, a.requested_at,
                  f.approval_threshold as threshold,
                  sum(a.amount) over week as together, count(*) over week as many
                from aided a join live.fund f on f.fund_id = a.fund_id
                where a.amount <= f.approval_threshold
                window week as (
                  partition by a.fund_id, a.person order by a.requested_at
                  range between interval '7 days' preceding and current row)
              )
              select b.fund_id::text, %s,
                jsonb_build_object(
                  'threshold', min(b.threshold)::text,
                  'total', (sum(b.amount))::text,
                  'near', (count(*) filter (where b.amount >= b.threshold * 9 / 10))::text,
                  'currency', min(b.currency)) as facts
              from below b
              where exists (
                select 1 from below w
                where w.fund_id = b.fund_id and w.person = b.person and w.many > 1
                  and w.together > w.threshold
                  and b.requested_at between w.requested_at - interval '7 days' and w.requested_at)
              group by b.fund_id, b.person
              order by min(b.first_position)
              """
                .formatted(RuleQuery.events("b.first_position"));
    return RuleQuery.find(jdbc, kind(), sql, where, Map.of(), limit);
  }
}
