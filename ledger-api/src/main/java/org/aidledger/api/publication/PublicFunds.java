package org.aidledger.api.publication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.projections.Figures;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.fund.MonthFigures;
import org.aidledger.projections.fund.SeriesQueries;
import org.aidledger.projections.publication.PublicCounts;
import org.aidledger.projections.publication.PublicQueries;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what everybody may know. Figures are remembered for a few seconds, so that a crowd costs
 * little more than one reader; whether a fund is public is asked anew each time.
 */
@Component
public final class PublicFunds {

  private static final Duration REMEMBERED = Duration.ofSeconds(10);
  private static final int MOST_FUNDS = 1_000;

  /** Below {@link Periods#ENOUGH}, a count says only that somebody was there. */
  public static final int ENOUGH = Periods.ENOUGH;

  private final FundQueries funds;
  private final BalanceQueries balances;
  private final SeriesQueries series;
  private final PublicQueries people;
  private final BusinessCalendar calendar;
  private final Cache<String, Optional<PublicFund.Figures>> figures =
      Caffeine.newBuilder().maximumSize(MOST_FUNDS).expireAfterWrite(REMEMBERED).build();

  PublicFunds(
      FundQueries funds,
      BalanceQueries balances,
      SeriesQueries series,
      PublicQueries people,
      BusinessCalendar calendar) {
    this.funds = funds;
    this.balances = balances;
    this.series = series;
    this.people = people;
    this.calendar = calendar;
  }

  /** Funds that are public, in the order in which they were opened. */
  public Page<FundView> list(@Nullable Cursor after, int limit) {
    return funds.published(after, limit);
  }

  /** The fund, if there is one and it is public. */
  public Optional<PublicFund> one(String fundId) {
    return funds.one(fundId).filter(FundView::published).map(this::shown);
  }

  /** What would be shown of a fund if it were public. */
  public PublicFund shown(FundView fund) {
    return new PublicFund(fund, figures.get(fund.fundId(), this::read).orElse(null));
  }

  private Optional<PublicFund.Figures> read(String fundId) {
    YearMonth last = YearMonth.from(calendar.today()).minusMonths(1);
    List<MonthFigures> months =
        series.months(fundId, last.minusMonths(SeriesQueries.MAX_MONTHS - 1L), last);
    if (months.isEmpty()) {
      return Optional.empty();
    }
    List<Periods.Period> periods =
        Periods.of(
            months.getFirst().month(),
            last,
            people.people(fundId, last.atEndOfMonth(), Periods.ENOUGH));
    if (periods.isEmpty()) {
      return Optional.empty();
    }
    LocalDate until = periods.getLast().last().atEndOfMonth();
    return balances
        .balance(fundId, until, null)
        .map(
            balance ->
                figures(
                    until,
                    balance.figures(),
                    people.counts(fundId, until),
                    periods.stream().map(period -> period(period, months)).toList()));
  }

  private static PublicFund.Figures figures(
      LocalDate until, Figures sums, PublicCounts counts, List<PublicFund.Period> periods) {
    return new PublicFund.Figures(
        until,
        Math.subtractExact(
            Math.addExact(sums.opening(), sums.transferredIn()), sums.transferredOut()),
        sums.received(),
        sums.otherIncome(),
        Math.addExact(Math.addExact(sums.paid(), sums.refunded()), sums.otherExpense()),
        counts,
        periods);
  }

  private static PublicFund.Period period(Periods.Period period, List<MonthFigures> months) {
    long income = 0;
    long spending = 0;
    for (MonthFigures month : months) {
      if (!month.month().isBefore(period.first()) && !month.month().isAfter(period.last())) {
        income = Math.addExact(income, month.income());
        spending = Math.addExact(spending, month.spending());
      }
    }
    return new PublicFund.Period(period.first(), period.last(), income, spending);
  }
}
