package org.aidledger.projections.correction;

import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.projections.FigureSql;
import org.aidledger.projections.Figures;
import org.aidledger.projections.Spans;
import org.aidledger.projections.fund.Balance;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Fields;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.query.Where;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers what changed for a period between two states of knowledge: every line that was recorded
 * after the one and up to the other, and is effective within the period. What is asked of positions
 * that the read model has applied is answered the same for ever.
 */
public final class CorrectionQueries {

  private static final Figures NOTHING = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);

  private final JdbcClient jdbc;
  private final BalanceQueries balances;
  private final TrailQueries trail;

  public CorrectionQueries(DataSource dataSource) {
    this(dataSource, Spans.STANDARD);
  }

  /** With the spans that the projection was given. */
  public CorrectionQueries(DataSource dataSource, Spans spans) {
    this.jdbc = JdbcClient.create(dataSource);
    this.balances = new BalanceQueries(dataSource, spans);
    this.trail = new TrailQueries(dataSource);
  }

  /** The totals; absent if there is no such fund. */
  public Optional<CorrectionTotals> totals(CorrectionSpan span) {
    if (balances.balance(span.fundId(), null, null).isEmpty()) {
      return Optional.empty();
    }
    Where where = changing(span);
    Sum sum =
        jdbc.sql(
                """
                select %s, coalesce(sum(t.lines), 0)::bigint as lines from (
                  select t.movement, t.refund, sum(t.amount) as amount, count(*) as lines
                  from live.trail t %s group by t.movement, t.refund) t"""
                    .formatted(FigureSql.sumOfLines(), where.sql()))
            .params(where.values())
            .query((row, number) -> new Sum(Fields.figures(row), row.getLong("lines")))
            .single();
    return Optional.of(
        new CorrectionTotals(
            known(span, span.knownFrom()), known(span, span.knownTo()), sum.figures, sum.lines));
  }

  /** The changes, the oldest first. */
  public Page<TrailLine> page(CorrectionSpan span, @Nullable Cursor after, int limit) {
    return trail.page(changing(span), Order.OLDEST_FIRST, after, limit);
  }

  /** Lines that move money; control totals have a movement, but no amount. */
  private static Where changing(CorrectionSpan span) {
    return new Where()
        .id("t.fund_id", span.fundId())
        .and("t.amount is not null")
        .and("t.position > :knownFrom", "knownFrom", span.knownFrom())
        .and("t.position <= :knownTo", "knownTo", span.knownTo())
        .and("t.effective_on >= :effectiveFrom", "effectiveFrom", span.from())
        .and("t.effective_on <= :effectiveTo", "effectiveTo", span.to());
  }

  /** What moved within the period, as known at a position. */
  private Figures known(CorrectionSpan span, long position) {
    LocalDate from = span.from();
    Figures end = until(span.fundId(), span.to(), position);
    return from == null ? end : less(end, until(span.fundId(), from.minusDays(1), position));
  }

  private Figures until(String fundId, @Nullable LocalDate day, long position) {
    return balances.balance(fundId, day, position).map(Balance::figures).orElse(NOTHING);
  }

  private static Figures less(Figures from, Figures taken) {
    long[] left = from.toArray();
    long[] away = taken.toArray();
    for (int i = 0; i < left.length; i++) {
      left[i] = Math.subtractExact(left[i], away[i]);
    }
    return Figures.of(left);
  }

  private record Sum(Figures figures, long lines) {}
}
