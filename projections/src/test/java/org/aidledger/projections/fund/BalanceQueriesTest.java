package org.aidledger.projections.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.aidledger.projections.Figures;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.Spans;
import org.aidledger.projections.TestDatabase;
import org.aidledger.projections.history.History;
import org.aidledger.projections.history.NaiveBook;
import org.aidledger.projections.writing.LedgerProjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceQueriesTest {

  private static final Spans SPANS = new Spans(List.of(4, 6, 8));
  private static final Figures NOTHING = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 10, 30);

  private final LedgerProjection projection = new LedgerProjection(SPANS);
  private final DataSource dataSource = TestDatabase.shared();
  private final BalanceQueries balances = new BalanceQueries(dataSource, SPANS);

  /** A question about the past: a fund, a day or none, a position or none. */
  private record Question(String fund, @Nullable LocalDate day, @Nullable Long position) {}

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void thePastIsThePlainSumAndNeverChanges(long seed) throws SQLException {
    TestDatabase.empty();
    History history = History.of(seed, 500);
    Random random = new Random(seed);
    Map<Question, Figures> answers = new HashMap<>();
    for (int part = 1; part <= 4; part++) {
      History known = history.until(history.ends().get(history.ends().size() * part / 4 - 1));
      TestDatabase.apply(dataSource, projection, ReadSchema.LIVE, known.events(), 300);
      answers.forEach((question, answer) -> assertThat(ask(question)).isEqualTo(answer));
      for (int i = 0; i < 60; i++) {
        Question question = question(random, known);
        Figures answer = ask(question);
        assertThat(answer).as(question.toString()).isEqualTo(plain(question, known));
        if (question.position() != null) {
          answers.put(question, answer);
        }
      }
    }
  }

  @Test
  void everyPositionAroundTheEndsOfSpansIsAnswered() throws SQLException {
    TestDatabase.empty();
    History history = History.of(23, 250);
    TestDatabase.apply(dataSource, projection, ReadSchema.LIVE, history.events(), 5_000);
    String fund = busiest(history);
    for (long position = -1; position <= history.head(); position += position % 16 < 2 ? 1 : 5) {
      Question question = new Question(fund, null, position);
      assertThat(ask(question)).as(question.toString()).isEqualTo(plain(question, history));
    }
  }

  @Test
  void anAnswerSaysThePositionThatItStandsFor() throws SQLException {
    TestDatabase.empty();
    History history = History.of(24, 50);
    TestDatabase.apply(dataSource, projection, ReadSchema.LIVE, history.events(), 5_000);
    String fund = busiest(history);
    assertThat(balances.balance(fund, null, null))
        .get()
        .extracting(Balance::position)
        .isEqualTo(history.head());
    assertThat(balances.balance(fund, FIRST_DAY, 7L))
        .get()
        .extracting(Balance::position)
        .isEqualTo(7L);
    assertThat(balances.balance(fund, null, 1_000_000L))
        .get()
        .extracting(Balance::position)
        .isEqualTo(history.head());
    assertThat(balances.balance("00000000-0000-4000-8000-000000000000", null, null)).isEmpty();
    assertThat(balances.balance("' or 1=1", null, null)).isEmpty();
  }

  @Test
  void totalsAndMonthsAreTheSumsOfTheirParts() throws SQLException {
    TestDatabase.empty();
    History history = History.of(25, 400);
    TestDatabase.apply(dataSource, projection, ReadSchema.LIVE, history.events(), 5_000);
    List<FundView> funds = new FundQueries(dataSource).list(null, 500).items();
    long position = history.head() / 2;
    for (CurrencyTotal total : balances.totals(null, position)) {
      List<Figures> parts = new ArrayList<>();
      for (FundView fund : funds) {
        if (fund.currency().equals(total.currency())) {
          parts.add(ask(new Question(fund.fundId(), null, position)));
        }
      }
      assertThat(total.funds()).isEqualTo(parts.size());
      assertThat(total.figures()).isEqualTo(sum(parts));
      assertThat(total.position()).isEqualTo(position);
    }
    SeriesQueries series = new SeriesQueries(dataSource);
    YearMonth from = YearMonth.of(2025, 10);
    YearMonth to = YearMonth.of(2026, 3);
    String fund = busiest(history);
    assertThat(sum(series.months(fund, from, to).stream().map(MonthFigures::figures).toList()))
        .isEqualTo(ask(new Question(fund, null, null)));
    assertThat(series.months(from, to))
        .filteredOn(month -> month.currency().equals("CNY"))
        .extracting(MonthFigures::month)
        .containsExactly(YearMonth.of(2025, 11), YearMonth.of(2025, 12), YearMonth.of(2026, 1));
    assertThat(sum(balances.totals(null, null).stream().map(CurrencyTotal::figures).toList()))
        .isEqualTo(sum(series.months(from, to).stream().map(MonthFigures::figures).toList()));
  }

  private Figures ask(Question question) {
    return balances
        .balance(question.fund(), question.day(), question.position())
        .orElseThrow()
        .figures();
  }

  private static Figures plain(Question question, History history) {
    Long position = question.position();
    List<RecordedEvent> events =
        position == null
            ? history.events()
            : history.events().subList(0, Math.toIntExact(position + 1));
    return NaiveBook.figures(events, question.day()).getOrDefault(question.fund(), NOTHING);
  }

  private static Question question(Random random, History history) {
    List<String> funds = List.copyOf(NaiveBook.figures(history.events(), null).keySet());
    return new Question(
        funds.get(random.nextInt(funds.size())),
        random.nextInt(3) == 0 ? null : FIRST_DAY.plusDays(random.nextInt(95)),
        random.nextInt(3) == 0 ? null : random.nextLong(history.events().size()));
  }

  private static String busiest(History history) {
    return NaiveBook.figures(history.events(), null).entrySet().stream()
        .max(Comparator.comparingLong(entry -> entry.getValue().received()))
        .orElseThrow()
        .getKey();
  }

  private static Figures sum(List<Figures> parts) {
    long[] sums = NOTHING.toArray();
    for (Figures part : parts) {
      long[] added = part.toArray();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += added[i];
      }
    }
    return Figures.of(sums);
  }
}
