package org.aidledger.projections.exception;

import java.util.List;
import java.util.Map;
import org.aidledger.projections.query.Where;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One bank account under several names. Accounts and names are compared by the keyed digests of
 * people who still have a key; of a person with several accounts it is not known which payout went
 * to which.
 */
final class SharedAccountRule implements ExceptionRule {

  @Override
  public ExceptionKind kind() {
    return ExceptionKind.SHARED_ACCOUNT;
  }

  @Override
  public List<ExceptionView> find(JdbcClient jdbc, ExceptionScope scope, int limit) {
    Where where = RuleQuery.payouts(scope);
    String sql =
        """
        select case when count(distinct p.fund_id) = 1 then min(p.fund_id::text) end as fund_id,
          %s,
          jsonb_build_object('names', count(distinct n.hmac)::text) as facts
        from live.payout p
        join ledger.subject_index a on a.subject_id = p.payee_subject and a.kind = 6
        join ledger.subject_index n on n.subject_id = p.payee_subject and n.kind = 5
        %s
        group by a.hmac
        having count(distinct n.hmac) > 1
        order by min(p.first_position)
        """
            .formatted(RuleQuery.events("p.first_position"), where.sql());
    return RuleQuery.find(jdbc, kind(), sql, where, Map.of(), limit);
  }
}
