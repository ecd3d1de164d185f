package org.aidledger.projections.exception;

import static org.aidledger.projections.query.Fields.text;
import static org.aidledger.projections.query.Fields.textOrNull;

import java.util.List;
import java.util.Map;
import org.aidledger.projections.Json;
import org.aidledger.projections.query.Where;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks for rows of four columns: fund_id, events (how many), positions (an array) and facts (an
 * object of texts).
 */
final class RuleQuery {

  /** The payouts in question, and by what their payees are compared. */
  static final String AIDED =
      """
      with scoped as (
        select p.* from live.payout p %s
      ), marks as (
        select i.subject_id,
          min(encode(i.hmac, 'hex')) filter (where i.kind = 5) as name,
          min(encode(i.hmac, 'hex')) filter (where i.kind = 6) as account,
          bool_or(i.kind in (1, 2)) as known
        from ledger.subject_index i
        where i.subject_id in (select payee_subject from scoped)
        group by i.subject_id
      ), aided as (
        select s.*,
          case when m.known or m.name is null or m.account is null
            then s.payee_subject::text else m.name || m.account end as person
        from scoped s left join marks m on m.subject_id = s.payee_subject
      )
      """;

  private RuleQuery() {}

  /** The payouts of a scope that stand, whatever they are for. */
  static Where payouts(ExceptionScope scope) {
    return scope
        .where("p.fund_id", "p.first_position")
        .and("p.state not in ('REJECTED', 'CANCELLED')");
  }

  /** Those of them that are aid, for {@link #AIDED}. */
  static Where aided(ExceptionScope scope) {
    return payouts(scope).and("p.kind = 'AID'");
  }

  /** The first positions of a group as an array, and how many there are. */
  static String events(String positionColumn) {
    return "count(distinct %1$s) as events, (array_agg(distinct %1$s order by %1$s))[1\\:%2$d] as positions"
        .formatted(positionColumn, ExceptionQueries.MOST_POSITIONS);
  }

  static List<ExceptionView> find(
      JdbcClient jdbc,
      ExceptionKind kind,
      String sql,
      Where where,
      Map<String, ?> more,
      int limit) {
    return jdbc.sql(sql + " limit " + limit)
        .params(where.values())
        .params(more)
        .query(
            (row, _) ->
                new ExceptionView(
                    kind,
                    textOrNull(row, "fund_id"),
                    row.getLong("events"),
                    List.of((Long[]) row.getArray("positions").getArray()),
                    Json.facts(text(row, "facts"))))
        .list();
  }
}
