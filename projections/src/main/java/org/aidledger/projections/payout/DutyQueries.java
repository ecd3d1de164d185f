package org.aidledger.projections.payout;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the payouts and batches on which somebody has to act. */
public final class DutyQueries {

  /** What is shown at once; who has more waiting works through them from the oldest. */
  public static final int MOST = 200;

  /** Whether the account has neither asked for it nor agreed to it. */
  private static final String MINE =
      "(requested_by <> :me and not approvals @> cast(:by as jsonb))";

  private static final String LINES_DUE =
      "exists (select from live.payout p where p.batch_id = b.batch_id and p.state = 'APPROVED')";

  private final JdbcClient jdbc;

  public DutyQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The counts for one account, in one question, because every page asks it. */
  public DutyCounts counts(String accountId) {
    return jdbc.sql(
            """
            with asked as (
              select requested_by, approvals from live.payout
              where state = 'REQUESTED' and batch_id is null
              union all
              select requested_by, approvals from live.payout_batch where state = 'REQUESTED'
            ), due as (
              select requested_by, approvals from live.payout
              where state = 'APPROVED' and batch_id is null
              union all
              select requested_by, approvals from live.payout_batch b
              where state = 'APPROVED' and %2$s
            )
            select
              (select count(*) from asked where %1$s) as to_decide,
              (select count(*) from asked where not %1$s) as by_others,
              (select count(*) from due where %1$s) as to_pay,
              (select count(*) from live.payout where state = 'RETURNED') as returned
            """
                .formatted(MINE, LINES_DUE))
        .params(who(accountId))
        .query(
            (row, _) ->
                new DutyCounts(
                    row.getLong("to_decide"),
                    row.getLong("by_others"),
                    row.getLong("to_pay"),
                    row.getLong("returned")))
        .single();
  }

  /** Payouts of no batch in a state, from the oldest; returned ones of batches as well. */
  public List<PayoutView> payouts(String state) {
    return jdbc.sql(
            """
            select * from live.payout
            where state = :state and (batch_id is null or state = 'RETURNED')
            order by first_position limit %d
            """
                .formatted(MOST))
        .param("state", state)
        .query(PayoutQueries::payout)
        .list();
  }

  /** Batches that wait for a decision, from the oldest. */
  public List<PayoutBatchView> batchesToDecide() {
    return batches("b.state = 'REQUESTED'");
  }

  /** Batches with lines that are approved and not yet paid, from the oldest. */
  public List<PayoutBatchView> batchesToPay() {
    return batches("b.state = 'APPROVED' and " + LINES_DUE);
  }

  private List<PayoutBatchView> batches(String condition) {
    return jdbc.sql(
            "%s where %s order by b.first_position limit %d"
                .formatted(PayoutBatchQueries.SELECT, condition, MOST))
        .query(PayoutBatchQueries::batch)
        .list();
  }

  private static Map<String, Object> who(String accountId) {
    return Map.of("me", accountId, "by", "[{\"by\": \"" + accountId + "\"}]");
  }
}
