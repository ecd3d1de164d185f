package org.aidledger.projections.trail;

import static org.aidledger.projections.query.Fields.text;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.FigureSql;
import org.aidledger.projections.Figures;
import org.aidledger.projections.audit.RefusalQueries;
import org.aidledger.projections.audit.RefusalView;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Fields;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.query.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was booked in a period, for its closing statements. */
public final class BookedQueries {

  private static final String BOOKED = "coalesce(t.posted_in, t.effective_on)";

  private final JdbcClient jdbc;
  private final PositionQueries positions;

  public BookedQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.positions = new PositionQueries(dataSource);
  }

  /** The organisation's funds that the book of the size knows, by their codes. */
  public List<BookedFund> funds(BookedSpan span) {
    return jdbc.sql(
            """
            select fund_id, code, name, currency from live.fund
            where organisation = ? and opened_position < ? order by code collate "C", fund_id
            """)
        .param(span.organisation())
        .param(span.size())
        .query(
            (row, _) ->
                new BookedFund(
                    text(row, "fund_id"),
                    text(row, "code"),
                    text(row, "name"),
                    text(row, "currency")))
        .list();
  }

  /**
   * The position before which nothing of the period can be recorded, because no entry is dated
   * ahead. Counted in the zone where a day begins first, so that an office that was set to another
   * zone in between still finds all it recorded.
   */
  public long start(BookedSpan span) {
    return positions.lastRecordedBy(
        span.first().atStartOfDay(ZoneOffset.ofHours(14)).toInstant().minusNanos(1_000));
  }

  /**
   * One page of the entries that were booked in the period, in the order of recording.
   *
   * @param start what {@link #start} answered
   */
  public Page<TrailLine> page(
      BookedSpan span, BookedLines lines, long start, @Nullable Cursor after) {
    Where where =
        new Where()
            .and("t.entry_number is not null")
            .and(lines.sql())
            .and(
                "t.fund_id in (select fund_id from live.fund where organisation = :organisation)",
                "organisation",
                span.organisation())
            .and(BOOKED + " >= :first", "first", span.first())
            .and(BOOKED + " <= :last", "last", span.last())
            .and("t.position < :size", "size", span.size());
    if (after == null) {
      where.and("t.position > :start", "start", start);
    } else {
      where
          .and("(t.position, t.line) > (:position, :line)", "position", after.position())
          .and("true", "line", after.line());
    }
    List<TrailLine> found =
        jdbc.sql(
                "%s %s order by t.position, t.line limit %d"
                    .formatted(TrailQueries.SELECT, where.sql(), Page.MAX + 1))
            .params(where.values())
            .query(TrailQueries::line)
            .list();
    return Page.of(found, Page.MAX, TrailLine::place);
  }

  /**
   * What entries amount to that are booked later than their own day says, by fund: those dated up
   * to a day and booked behind it.
   *
   * @param through the day
   */
  public Map<String, Figures> bookedBehind(BookedSpan span, LocalDate through) {
    Map<String, Figures> behind = new HashMap<>();
    jdbc.sql(
            """
            select t.fund_id, %s from live.trail t
            where t.posted_in > :through and t.effective_on <= :through and t.position < :size
            and t.fund_id in (select fund_id from live.fund where organisation = :organisation)
            group by t.fund_id"""
                .formatted(FigureSql.sumOfLines()))
        .param("through", through)
        .param("size", span.size())
        .param("organisation", span.organisation())
        .query(
            row -> {
              behind.put(text(row, "fund_id"), Fields.figures(row));
            });
    return behind;
  }

  /** What was asked for with these payouts, which never changes. */
  public Map<String, PayoutTerms> terms(Collection<String> payoutIds) {
    Map<String, PayoutTerms> terms = new HashMap<>();
    if (!payoutIds.isEmpty()) {
      jdbc.sql("select * from live.payout where payout_id in (:ids)")
          .param("ids", payoutIds.stream().map(UUID::fromString).toList())
          .query(
              row -> {
                terms.put(
                    text(row, "payout_id"),
                    new PayoutTerms(
                        row.getString("account_last_four"), Fields.sealed(row, "purpose")));
              });
    }
    return terms;
  }

  /** One page of the refusals about the organisation's funds, recorded in the period's days. */
  public Page<RefusalView> refusals(BookedSpan span, @Nullable Cursor after) {
    Where where =
        new Where()
            .and(
                "fund_id in (select fund_id::text from live.fund where organisation = :o)",
                "o",
                span.organisation())
            .and("recorded_at >= :begin", "begin", span.begin())
            .and("recorded_at < :end", "end", span.end())
            .and("position < :size", "size", span.size())
            .and("position > :after", "after", after == null ? null : after.position());
    List<RefusalView> found =
        jdbc.sql(
                "select * from live.refusal %s order by position limit %d"
                    .formatted(where.sql(), Page.MAX + 1))
            .params(where.values())
            .query(RefusalQueries::refusal)
            .list();
    return Page.of(found, Page.MAX, refusal -> new Cursor(refusal.position(), 0));
  }

  /** At which positions the keys of these people were destroyed; others are left out. */
  public Map<String, Long> destroyed(Collection<String> subjectIds) {
    Map<String, Long> destroyed = new HashMap<>();
    if (!subjectIds.isEmpty()) {
      jdbc.sql(
              """
              select subject_id, last_position from live.key_destruction
              where state = 'DESTROYED' and subject_id in (:ids)
              """)
          .param("ids", subjectIds.stream().map(UUID::fromString).toList())
          .query(
              row -> {
                destroyed.put(text(row, "subject_id"), row.getLong("last_position"));
              });
    }
    return destroyed;
  }

  /** A fund as statements name it. */
  public record BookedFund(String fundId, String code, String name, String currency) {}

  /** What a payout was asked for with. */
  public record PayoutTerms(@Nullable String accountLastFour, SealedText purpose) {}
}
