package org.aidledger.projections.exception;

import java.util.List;
import java.util.Map;
import org.aidledger.projections.query.Where;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One person aided more than once in the period. A person is who has the same identity number or
 * staff number, else the same name and bank account. Purposes are sealed and not compared.
 */
final class RepeatedAidRule implements ExceptionRule {

  @Override
  public ExceptionKind kind() {
    return ExceptionKind.REPEATED_AID;
  }

  @Override
  public List<ExceptionView> find(JdbcClient jdbc, ExceptionScope scope, int limit) {
    Where where = RuleQuery.aided(scope);
    String sql =
        RuleQuery.AIDED.formatted(where.sql())
            + """
              select case when count(distinct fund_id) = 1 then min(fund_id::text) end as fund_id,
                %s,
                jsonb_build_object('total', sum(amount)::text, 'currency', currency) as facts
              from aided
              group by organisation, currency, person
              having count(*) > 1
              order by min(first_position)
              """
                .formatted(RuleQuery.events("first_position"));
    return RuleQuery.find(jdbc, kind(), sql, where, Map.of(), limit);
  }
}
