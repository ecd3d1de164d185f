package org.aidledger.projections.payout;

import static org.aidledger.projections.query.Fields.text;
import static org.aidledger.projections.query.Fields.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Fields;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.query.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds payouts. */
public final class PayoutQueries {

  private final JdbcClient jdbc;

  public PayoutQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The payout, if there is one. */
  public Optional<PayoutView> one(String payoutId) {
    UUID id = Fields.id(payoutId);
    return id == null
        ? Optional.empty()
        : jdbc.sql("select * from live.payout where payout_id = ?")
            .param(id)
            .query(PayoutQueries::payout)
            .optional();
  }

  /**
   * Payouts in the order in which they were requested; those of a batch in the order of its roster.
   *
   * @param limit at most {@link Page#MAX}
   */
  public Page<PayoutView> list(
      PayoutFilter filter, Order order, @Nullable Cursor after, int limit) {
    Where where =
        new Where()
            .id("fund_id", filter.fundId())
            .id("batch_id", filter.batchId())
            .and("state in (:states)", "states", filter.states().isEmpty() ? null : filter.states())
            .and(
                "first_position " + order.beyond() + " :after",
                "after",
                after == null ? null : after.position());
    List<PayoutView> found =
        jdbc.sql(
                "select * from live.payout %s order by first_position %s limit %d"
                    .formatted(where.sql(), order.sql(), Page.limit(limit) + 1))
            .params(where.values())
            .query(PayoutQueries::payout)
            .list();
    return Page.of(found, limit, payout -> new Cursor(payout.firstPosition(), 0));
  }

  static PayoutView payout(ResultSet row, int number) throws SQLException {
    return new PayoutView(
        text(row, "payout_id"),
        text(row, "fund_id"),
        text(row, "organisation"),
        text(row, "reference"),
        text(row, "kind"),
        textOrNull(row, "donation_id"),
        textOrNull(row, "batch_id"),
        text(row, "state"),
        row.getLong("amount"),
        text(row, "currency"),
        Fields.sealed(row, "payee"),
        textOrNull(row, "account_last_four"),
        Fields.sealed(row, "purpose"),
        text(row, "requested_by"),
        Fields.time(row, "requested_at"),
        ApprovalView.list(text(row, "approvals")),
        textOrNull(row, "paid_by"),
        Fields.dayOrNull(row, "paid_on"),
        textOrNull(row, "bank_reference"),
        Fields.dayOrNull(row, "returned_on"),
        Fields.sealedOrNull(row, "reason"),
        row.getLong("first_position"),
        row.getLong("last_position"));
  }
}
