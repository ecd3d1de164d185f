package org.aidledger.projections.fund;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.projections.FigureSql;
import org.aidledger.projections.Spans;

/** The statements behind {@link BalanceQueries}. */
final class BalanceSql {

  private final Spans spans;

  BalanceSql(Spans spans) {
    this.spans = spans;
  }

  /**
   * The sums of the figures of the fund {@code f}, one row.
   *
   * @param onDay whether only entries effective by {@code :day} count
   * @param known whether only positions up to {@code :known} count
   */
  String figures(boolean onDay, boolean known) {
    String day = onDay ? "and %s.effective_on <= (select day from upto)" : "";
    if (!known) {
      return "select %s from live.day_total d where d.fund_id = f.fund_id %s"
          .formatted(FigureSql.sumOfColumns(), day.formatted("d"));
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        """
        select %s from (
          select t.movement, t.refund, sum(t.amount) as amount from live.trail t
          where t.fund_id = f.fund_id and t.amount is not null
          and t.position >= %s and t.position < (select n from upto) %s
          group by t.movement, t.refund) t"""
            .formatted(FigureSql.sumOfLines(), start(0), day.formatted("t")));
    for (int level = 0; level < spans.shifts().size(); level++) {
      parts.add(
          """
          select %s from live.span s
          where s.fund_id = f.fund_id and s.level = %d and s.span >= %s and s.span < %s %s"""
              .formatted(
                  FigureSql.columns(),
                  level,
                  firstSpan(level),
                  "(select n >> %d from upto)".formatted(spans.shifts().get(level)),
                  day.formatted("s")));
    }
    return "select %s from (%s) parts"
        .formatted(FigureSql.sumOfColumns(), String.join(" union all ", parts));
  }

  /**
   * The position before which the read model is asked, no later than it has got, and the day. The
   * day stands here because PostgreSQL guesses from it how many rows there are wherever it is
   * compared, and if it guesses less than for any day, plans each question anew: 1 to 1.6 ms, more
   * than the answer takes.
   */
  String upTo(boolean onDay, boolean known) {
    String applied = "(select position from live.projection where name = 'ledger')";
    return "with upto as materialized (select %s + 1 as n%s)"
        .formatted(
            known ? "least(:known, " + applied + ")" : applied,
            onDay ? ", cast(:day as date) as day" : "");
  }

  /** The first position behind the whole spans of a level. */
  private String start(int level) {
    int shift = spans.shifts().get(level);
    return "(select (n >> %1$d) << %1$d from upto)".formatted(shift);
  }

  /** The first span of a level that no span of the next level contains. */
  private String firstSpan(int level) {
    if (level + 1 == spans.shifts().size()) {
      return "0";
    }
    int above = spans.shifts().get(level + 1);
    return "(select (n >> %d) << %d from upto)".formatted(above, above - spans.shifts().get(level));
  }
}
