package org.aidledger.projections.exception;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.projections.query.Where;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A payout whose payee bears the user name of who asked, approved or paid. The book knows no more
 * of its accounts than their user names: an account that is called otherwise than its person, and a
 * relative, are not found; and a namesake is.
 */
final class SelfDealingRule implements ExceptionRule {

  @Override
  public ExceptionKind kind() {
    return ExceptionKind.SELF_DEALING;
  }

  @Override
  public List<ExceptionView> find(JdbcClient jdbc, ExceptionScope scope, int limit) {
    List<String> accounts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    scope
        .actors()
        .forEach(
            (account, name) -> {
              accounts.add(account);
              names.add(name);
            });
    Where where = RuleQuery.payouts(scope);
    String sql =
        """
        select p.fund_id::text, %s,
          jsonb_build_object('actor', a.account) as facts
        from unnest(:accounts, :names) a (account, name)
        join ledger.subject_index n
          on ledger.digest_head(n.hmac) = ledger.digest_head(decode(a.name, 'hex'))
          and n.kind = 5 and n.hmac = decode(a.name, 'hex')
        join live.payout p on p.payee_subject = n.subject_id
          and (p.requested_by = a.account or p.paid_by = a.account
            or p.approvals @> jsonb_build_array(jsonb_build_object('by', a.account)))
        %s
        group by p.fund_id, a.account
        order by min(p.first_position)
        """
            .formatted(RuleQuery.events("p.first_position"), where.sql());
    return RuleQuery.find(
        jdbc,
        kind(),
        sql,
        where,
        Map.of("accounts", accounts.toArray(String[]::new), "names", names.toArray(String[]::new)),
        limit);
  }
}
