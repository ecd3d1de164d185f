package org.aidledger.projections.exception;

import java.util.List;
import java.util.Map;
import org.aidledger.projections.query.Where;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Missing entry numbers of a fund, between the entry before, whenever that was recorded, and the
 * entry after, which is the one that is looked for. Positions have no gap here: the read models
 * refuse to go past one, and the verifier looks for them.
 */
final class GapRule implements ExceptionRule {

  @Override
  public ExceptionKind kind() {
    return ExceptionKind.GAP;
  }

  @Override
  public List<ExceptionView> find(JdbcClient jdbc, ExceptionScope scope, int limit) {
    Where where =
        scope
            .where("t.fund_id", "t.position")
            .and("t.entry_number > 1")
            .and(
                "not exists (select 1 from live.trail before"
                    + " where before.fund_id = t.fund_id"
                    + " and before.entry_number = t.entry_number - 1)");
    String sql =
        """
        select t.fund_id::text, case when p.position is null then 1 else 2 end as events,
          array_remove(array[p.position, t.position], null) as positions,
          jsonb_build_object('from', (coalesce(p.entry_number, 0) + 1)::text,
            'to', (t.entry_number - 1)::text) as facts
        from live.trail t left join lateral (
          select l.entry_number, l.position from live.trail l
          where l.fund_id = t.fund_id and l.entry_number < t.entry_number
          order by l.entry_number desc limit 1) p on true
        %s order by t.position
        """
            .formatted(where.sql());
    return RuleQuery.find(jdbc, kind(), sql, where, Map.of(), limit);
  }
}
