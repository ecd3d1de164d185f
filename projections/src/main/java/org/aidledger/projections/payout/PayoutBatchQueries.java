package org.aidledger.projections.payout;

import static org.aidledger.projections.query.Fields.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.projections.Json;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Fields;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.query.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds batches of payouts. */
public final class PayoutBatchQueries {

  static final String SELECT =
      """
      select b.*, (
        select coalesce(jsonb_object_agg(s.state, s.payouts::text), '{}'::jsonb)
        from (select p.state, count(*) as payouts from live.payout p
              where p.batch_id = b.batch_id group by p.state) s) as by_state
      from live.payout_batch b
      """;

  private final JdbcClient jdbc;

  public PayoutBatchQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The batch, if there is one; its payouts are a question to {@link PayoutQueries}. */
  public Optional<PayoutBatchView> one(String batchId) {
    UUID id = Fields.id(batchId);
    return id == null
        ? Optional.empty()
        : jdbc.sql(SELECT + "where b.batch_id = ?")
            .param(id)
            .query(PayoutBatchQueries::batch)
            .optional();
  }

  /**
   * Batches in the order in which they were requested.
   *
   * @param fundId one fund, or all
   * @param state one state, or all
   * @param limit at most {@link Page#MAX}
   */
  public Page<PayoutBatchView> list(
      @Nullable String fundId,
      @Nullable String state,
      Order order,
      @Nullable Cursor after,
      int limit) {
    Where where =
        new Where()
            .id("b.fund_id", fundId)
            .and("b.state = :state", "state", state)
            .and(
                "b.first_position " + order.beyond() + " :after",
                "after",
                after == null ? null : after.position());
    List<PayoutBatchView> found =
        jdbc.sql(
                "%s %s order by b.first_position %s limit %d"
                    .formatted(SELECT, where.sql(), order.sql(), Page.limit(limit) + 1))
            .params(where.values())
            .query(PayoutBatchQueries::batch)
            .list();
    return Page.of(found, limit, batch -> new Cursor(batch.firstPosition(), 0));
  }

  static PayoutBatchView batch(ResultSet row, int number) throws SQLException {
    return new PayoutBatchView(
        text(row, "batch_id"),
        text(row, "fund_id"),
        text(row, "organisation"),
        text(row, "reference"),
        text(row, "state"),
        row.getInt("count"),
        row.getLong("total"),
        text(row, "requested_by"),
        Fields.time(row, "requested_at"),
        ApprovalView.list(text(row, "approvals")),
        Fields.sealedOrNull(row, "reason"),
        byState(text(row, "by_state")),
        row.getLong("first_position"),
        row.getLong("last_position"));
  }

  private static Map<String, Long> byState(String json) {
    Map<String, Long> counts = new TreeMap<>();
    Json.facts(json).forEach((state, count) -> counts.put(state, Long.valueOf(count)));
    return counts;
  }
}
