package org.aidledger.projections.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.aidledger.core.fund.Movement;
import org.aidledger.projections.FigureChange;
import org.aidledger.projections.Figures;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.Spans;
import org.aidledger.projections.TestDatabase;
import org.aidledger.projections.history.History;
import org.aidledger.projections.history.NaiveBook;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.writing.LedgerProjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was recorded when, the listed lines explain the whole difference. */
class CorrectionQueriesTest {

  private static final Spans SPANS = new Spans(List.of(4, 6, 8));
  private static final Figures NOTHING = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 10, 30);

  private final DataSource dataSource = TestDatabase.shared();
  private final CorrectionQueries corrections = new CorrectionQueries(dataSource, SPANS);

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53})
  void theListedChangesAddUpToTheDifferenceOfTheBalances(long seed) throws SQLException {
    TestDatabase.empty();
    History history = History.of(seed, 500);
    TestDatabase.apply(
        dataSource, new LedgerProjection(SPANS), ReadSchema.LIVE, history.events(), 300);
    Random random = new Random(seed);
    int changed = 0;
    for (int i = 0; i < 80; i++) {
      CorrectionSpan span = span(random, history);
      String which = "seed " + seed + ", " + span;
      CorrectionTotals totals = corrections.totals(span).orElseThrow();
      List<TrailLine> lines = lines(span);
      assertThat(totals.before()).as(which).isEqualTo(plain(span, span.knownFrom(), history));
      assertThat(totals.after()).as(which).isEqualTo(plain(span, span.knownTo(), history));
      assertThat(totals.changes()).as(which).isEqualTo(sum(lines));
      assertThat(totals.lines()).as(which).isEqualTo(lines.size());
      assertThat(totals.ties()).as(which).isTrue();
      assertThat(totals.after().available() - totals.before().available())
          .as(which)
          .isEqualTo(onAvailable(lines));
      changed += lines.size();
    }
    assertThat(changed).as("the spans see something").isPositive();
  }

  @Test
  void whatDoesNotAddUpIsNotCalledSo() {
    Figures one = new Figures(0, 1, 0, 0, 0, 0, 0, 0, 0);
    assertThat(new CorrectionTotals(NOTHING, one, one, 1).ties()).isTrue();
    assertThat(new CorrectionTotals(NOTHING, one, NOTHING, 0).ties()).isFalse();
  }

  @Test
  void anUnknownFundHasNoReport() {
    CorrectionSpan span =
        new CorrectionSpan("00000000-0000-4000-8000-000000000000", null, null, -1, 5);
    assertThat(corrections.totals(span)).isEmpty();
  }

  private List<TrailLine> lines(CorrectionSpan span) {
    List<TrailLine> lines = new ArrayList<>();
    Cursor next = null;
    do {
      Page<TrailLine> page = corrections.page(span, next, 37);
      lines.addAll(page.items());
      next = page.next();
    } while (next != null);
    return lines;
  }

  private static Figures sum(List<TrailLine> lines) {
    long[] sums = NOTHING.toArray();
    for (TrailLine line : lines) {
      for (FigureChange change : FigureChange.of(movement(line), line.refund())) {
        sums[change.figure().place()] += change.sign() * amount(line);
      }
    }
    return Figures.of(sums);
  }

  private static long onAvailable(List<TrailLine> lines) {
    return lines.stream().mapToLong(line -> movement(line).onAvailable(amount(line))).sum();
  }

  private static Movement movement(TrailLine line) {
    String movement = line.movement();
    assertThat(movement).isNotNull();
    return Movement.valueOf(String.valueOf(movement));
  }

  private static long amount(TrailLine line) {
    Long amount = line.amount();
    assertThat(amount).isNotNull();
    return amount == null ? 0 : amount;
  }

  private static Figures plain(CorrectionSpan span, long position, History history) {
    LocalDate from = span.from();
    long[] end = until(span.fundId(), span.to(), position, history).toArray();
    if (from != null) {
      long[] before = until(span.fundId(), from.minusDays(1), position, history).toArray();
      for (int i = 0; i < end.length; i++) {
        end[i] -= before[i];
      }
    }
    return Figures.of(end);
  }

  private static Figures until(
      String fundId, @Nullable LocalDate day, long position, History history) {
    return NaiveBook.figures(history.events().subList(0, Math.toIntExact(position + 1)), day)
        .getOrDefault(fundId, NOTHING);
  }

  private static CorrectionSpan span(Random random, History history) {
    List<String> funds = List.copyOf(NaiveBook.figures(history.events(), null).keySet());
    LocalDate from = FIRST_DAY.plusDays(random.nextInt(90));
    long one = random.nextLong(history.events().size() + 1L) - 1;
    long other = random.nextLong(history.events().size() + 1L) - 1;
    return new CorrectionSpan(
        funds.get(random.nextInt(funds.size())),
        random.nextInt(4) == 0 ? null : from,
        random.nextInt(4) == 0 ? null : from.plusDays(random.nextInt(30)),
        Math.min(one, other),
        Math.max(one, other));
  }
}
