package org.aidledger.projections.trail;

import static org.aidledger.projections.query.Fields.dayOrNull;
import static org.aidledger.projections.query.Fields.numberOrNull;
import static org.aidledger.projections.query.Fields.sealedOrNull;
import static org.aidledger.projections.query.Fields.text;
import static org.aidledger.projections.query.Fields.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.projections.Json;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Fields;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.query.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the audit trail, in pages or as a whole. */
public final class TrailQueries {

  static final String SELECT =
      """
      select t.*, f.currency
      from live.trail t join (select fund_id, currency from live.fund) f using (fund_id)
      """;

  private final JdbcClient jdbc;
  private final PositionQueries positions;

  public TrailQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.positions = new PositionQueries(dataSource);
  }

  /**
   * One page of the trail.
   *
   * @param after the last line of the page before, absent for the first page
   * @param limit at most {@link Page#MAX}
   */
  public Page<TrailLine> page(TrailFilter filter, Order order, @Nullable Cursor after, int limit) {
    return page(where(filter), order, after, limit);
  }

  /** One page of the lines {@code t} that other conditions than those of a filter let pass. */
  public Page<TrailLine> page(Where where, Order order, @Nullable Cursor after, int limit) {
    if (after != null) {
      where
          .and(
              "(t.position, t.line) %s (:position, :line)".formatted(order.beyond()),
              "position",
              after.position())
          .and("true", "line", after.line());
    }
    List<TrailLine> found =
        jdbc.sql(
                "%s %s order by t.position %3$s, t.line %3$s limit %4$d"
                    .formatted(SELECT, where.sql(), order.sql(), Page.limit(limit) + 1))
            .params(where.values())
            .query(TrailQueries::line)
            .list();
    return Page.of(found, limit, TrailLine::place);
  }

  /** All lines about one donation, payout or other stream, the oldest first, at most a page. */
  public List<TrailLine> ofStream(String streamId) {
    UUID id = Fields.id(streamId);
    return id == null
        ? List.of()
        : jdbc.sql(
                """
                %1$s where t.stream_id = :stream and t.type <> 'DonationReceived'
                union all
                %1$s join live.donation d on d.donation_id = :stream
                and t.position = d.first_position
                order by position, line limit %2$d"""
                    .formatted(SELECT, Page.MAX))
            .param("stream", id)
            .query(TrailQueries::line)
            .list();
  }

  /**
   * The lines of these events in the order of the book; events that move no fund have none.
   *
   * @param positions at most {@link Page#MAX} are looked at
   */
  public List<TrailLine> at(Collection<Long> positions) {
    return positions.isEmpty()
        ? List.of()
        : jdbc.sql(
                "%s where t.position = any (:positions) order by t.position, t.line limit %d"
                    .formatted(SELECT, 2 * Page.MAX))
            .param("positions", positions.stream().limit(Page.MAX).toArray(Long[]::new))
            .query(TrailQueries::line)
            .list();
  }

  /** Recorded times never run backwards, so that they become bounds on positions. */
  private Where where(TrailFilter filter) {
    Instant from = filter.recordedFrom();
    Instant to = filter.recordedTo();
    TrailGroup group = filter.group();
    return new Where()
        .id("t.fund_id", filter.fundId())
        .and("t.type = :type", "type", filter.type())
        .and(group == null ? "true" : group.sql())
        .and("t.effective_on >= :effectiveFrom", "effectiveFrom", filter.effectiveFrom())
        .and("t.effective_on <= :effectiveTo", "effectiveTo", filter.effectiveTo())
        .and(
            "t.position > :recordedFrom",
            "recordedFrom",
            from == null ? null : positions.lastRecordedBy(from.minusNanos(1_000)))
        .and(
            "t.position <= :recordedTo",
            "recordedTo",
            to == null ? null : positions.lastRecordedBy(to))
        .and("abs(t.amount) >= :minAmount", "minAmount", filter.minAmount())
        .and("abs(t.amount) <= :maxAmount", "maxAmount", filter.maxAmount())
        .and("t.actor = :actor", "actor", filter.actor())
        .and(TextSearch.sql(filter.text()), "text", TextSearch.pattern(filter.text()))
        .and(filter.entriesOnly() ? "t.entry_number is not null" : "true");
  }

  private static @Nullable AccountingPeriod postingPeriod(ResultSet row) throws SQLException {
    LocalDate later = dayOrNull(row, "posted_in");
    LocalDate booked = later == null ? dayOrNull(row, "effective_on") : later;
    return booked == null ? null : AccountingPeriod.monthOf(booked);
  }

  static TrailLine line(ResultSet row, int number) throws SQLException {
    return new TrailLine(
        new Cursor(row.getLong("position"), row.getInt("line")),
        text(row, "fund_id"),
        text(row, "currency"),
        numberOrNull(row, "entry_number"),
        text(row, "event_id"),
        text(row, "stream_type"),
        text(row, "stream_id"),
        text(row, "type"),
        textOrNull(row, "movement"),
        row.getBoolean("refund"),
        Fields.time(row, "recorded_at"),
        dayOrNull(row, "effective_on"),
        postingPeriod(row),
        textOrNull(row, "actor"),
        numberOrNull(row, "amount"),
        row.getLong("balance_after"),
        Json.facts(text(row, "facts")),
        sealedOrNull(row, "person"),
        sealedOrNull(row, "text"));
  }
}
