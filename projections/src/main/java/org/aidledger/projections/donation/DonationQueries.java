package org.aidledger.projections.donation;

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

/** Finds donations. */
public final class DonationQueries {

  private final JdbcClient jdbc;

  public DonationQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The donation, if there is one. */
  public Optional<DonationView> one(String donationId) {
    UUID id = Fields.id(donationId);
    return id == null
        ? Optional.empty()
        : jdbc.sql("select * from live.donation where donation_id = ?")
            .param(id)
            .query(DonationQueries::donation)
            .optional();
  }

  /**
   * The donations of one fund, in the order in which they were recorded.
   *
   * @param limit at most {@link Page#MAX}
   */
  public Page<DonationView> ofFund(String fundId, Order order, @Nullable Cursor after, int limit) {
    UUID id = Fields.id(fundId);
    if (id == null) {
      return new Page<>(List.of(), null);
    }
    Where where =
        new Where()
            .and("fund_id = :fund", "fund", id)
            .and(
                "first_position " + order.beyond() + " :after",
                "after",
                after == null ? null : after.position());
    List<DonationView> found =
        jdbc.sql(
                "select * from live.donation %s order by first_position %s limit %d"
                    .formatted(where.sql(), order.sql(), Page.limit(limit) + 1))
            .params(where.values())
            .query(DonationQueries::donation)
            .list();
    return Page.of(found, limit, donation -> new Cursor(donation.firstPosition(), 0));
  }

  private static DonationView donation(ResultSet row, int number) throws SQLException {
    return new DonationView(
        text(row, "donation_id"),
        text(row, "fund_id"),
        text(row, "organisation"),
        text(row, "source"),
        text(row, "reference"),
        text(row, "status"),
        row.getLong("amount"),
        text(row, "currency"),
        Fields.day(row, "received_on"),
        text(row, "channel"),
        text(row, "donor_kind"),
        textOrNull(row, "donor_organisation"),
        Fields.sealedOrNull(row, "donor"),
        textOrNull(row, "document_hash"),
        row.getLong("entry_number"),
        Fields.time(row, "recorded_at"),
        textOrNull(row, "recorded_by"),
        row.getLong("refund_reserved"),
        row.getLong("refunded"),
        row.getLong("first_position"),
        row.getLong("last_position"));
  }
}
