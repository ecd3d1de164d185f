package org.aidledger.projections.donation;

import static org.aidledger.projections.query.Fields.text;
import static org.aidledger.projections.query.Fields.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** More units than any organisation has; a bound all the same. */
  private static final int MOST_UNITS = 50_000;

  /** How many donations of a fund count as the latest. */
  private static final int LATEST = 2_000;

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

  /** Those of the donations that there are, by id, in one query. */
  public Map<UUID, DonationView> byIds(Collection<UUID> ids) {
    Map<UUID, DonationView> found = new HashMap<>();
    jdbc.sql("select * from live.donation where donation_id = any(?)")
        .param(ids.toArray(UUID[]::new))
        .query(
            row -> {
              found.put(row.getObject("donation_id", UUID.class), donation(row, 0));
            });
    return found;
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

  /** What each unit gave to a fund, the most first; units are few, donations are many. */
  public List<UnitTotal> units(String fundId) {
    UUID id = Fields.id(fundId);
    return id == null
        ? List.of()
        : jdbc.sql(
                """
                select donor_organisation as unit, count(*) as count,
                  sum(amount)::bigint as total
                from live.donation where fund_id = ? and status <> 'REVERSED'
                group by 1 order by 3 desc, 1 limit %d"""
                    .formatted(MOST_UNITS))
            .param(id)
            .query(
                (row, number) ->
                    new UnitTotal(
                        textOrNull(row, "unit"), row.getLong("count"), row.getLong("total")))
            .list();
  }

  /** What an account recorded of late among the latest donations of one fund, newest first. */
  public List<DonationView> latestBy(String accountId, String fundId, int limit) {
    UUID fund = Fields.id(fundId);
    // Bounded first: another's import of a million lines must not be read through for ten.
    return fund == null
        ? List.of()
        : jdbc.sql(
                """
                select * from (
                  select * from live.donation where fund_id = ?
                  order by first_position desc limit %d) latest
                where recorded_by = ? order by first_position desc limit %d"""
                    .formatted(LATEST, Page.limit(limit)))
            .param(fund)
            .param(accountId)
            .query(DonationQueries::donation)
            .list();
  }

  /** The latest donation of each of these donors that has one, by subject. */
  public Map<UUID, DonationView> latestOf(Collection<UUID> subjects) {
    Map<UUID, DonationView> latest = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (donor_subject) * from live.donation
            where donor_subject = any(?) order by donor_subject, first_position desc""")
        .param(subjects.toArray(UUID[]::new))
        .query(
            row -> {
              latest.put(row.getObject("donor_subject", UUID.class), donation(row, 0));
            });
    return latest;
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
        textOrNull(row, "donor_digest"),
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
