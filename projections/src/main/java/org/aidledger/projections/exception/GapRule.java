package org.aidledger.projections.exception;

import java.util.List;
import java.util.Map;
import org.aidledger.projections.query.Where;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Missing entry numbers of a fund, between the entry before and the entry after. Positions have no
 * gap here: the read models refuse to go past one, and the verifier looks for them.
 */
final class GapRule implements ExceptionRule {

  @Override
  public ExceptionKind kind() {
    return ExceptionKind.GAP;
  }

  @Override
  public List<ExceptionView> find(JdbcClient jdbc, ExceptionScope scope, int limit) {
    Where where = scope.where("t.fund_id", "t.position").and("t.entry_number is not null");
    String sql =
        """
        select fund_id::text, 2 as events, array[position, next_position] as positions,
          jsonb_build_object(
            'from', (entry_number + 1)::text, 'to', (next_number - 1)::text) as facts
        from (
          select t.fund_id, t.entry_number, t.position,
            lead(t.entry_number) over fund as next_number, lead(t.position) over fund as next_position
          from live.trail t %s
          window fund as (partition by t.fund_id order by t.entry_number)) as pair
        where next_number > entry_number + 1
        order by position
        """
            .formatted(where.sql());
    return RuleQuery.find(jdbc, kind(), sql, where, Map.of(), limit);
  }
}
