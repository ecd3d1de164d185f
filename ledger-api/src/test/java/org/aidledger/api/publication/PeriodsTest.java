package org.aidledger.api.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.aidledger.api.publication.Periods.Period;
import org.aidledger.projections.publication.MonthPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No period points at one person, nor does the difference of two readings. */
class PeriodsTest {

  private static final YearMonth MAY = YearMonth.of(2026, 5);

  @Test
  void aMonthWithOnePayoutWaitsForOthers() {
    List<MonthPeople> people =
        List.of(month(0, 6, 0, 0), month(1, 0, 1, 10), month(3, 0, 4, 20), month(5, 0, 1, 30));
    assertThat(Periods.of(MAY, MAY.plusMonths(7), people))
        .containsExactly(
            new Period(MAY, MAY),
            new Period(MAY.plusMonths(1), MAY.plusMonths(3)),
            new Period(MAY.plusMonths(4), MAY.plusMonths(4)));
  }

  @Test
  void thePersonWhoIsHelpedEveryMonthIsOnePerson() {
    List<MonthPeople> people = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      people.add(month(i, 0, 1, 0));
    }
    assertThat(Periods.of(MAY, MAY.plusMonths(11), people)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyPeriodHasNobodyOrEnoughAndNeverChanges(long seed) {
    Random random = new Random(seed);
    List<MonthPeople> people = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      if (random.nextInt(3) > 0) {
        people.add(month(i, random.nextInt(8), random.nextInt(4), random.nextInt(20)));
      }
    }
    List<Period> before = List.of();
    for (int until = 0; until < 60; until++) {
      List<Period> periods = Periods.of(MAY, MAY.plusMonths(until), people);
      assertThat(periods.subList(0, before.size())).as("seed " + seed).isEqualTo(before);
      YearMonth next = MAY;
      for (Period period : periods) {
        assertThat(period.first()).isEqualTo(next);
        next = period.last().plusMonths(1);
        assertThat(people(people, period, MonthPeople::gave))
            .as("seed " + seed)
            .isNotIn(1, 2, 3, 4);
        assertThat(people(people, period, MonthPeople::got)).as("seed " + seed).isNotIn(1, 2, 3, 4);
      }
      before = periods;
    }
  }

  private static int people(
      List<MonthPeople> all, Period period, Function<MonthPeople, Set<String>> side) {
    Set<String> found = new HashSet<>();
    all.stream()
        .filter(one -> !one.month().isBefore(period.first()))
        .filter(one -> !one.month().isAfter(period.last()))
        .forEach(one -> found.addAll(side.apply(one)));
    return found.size();
  }

  private static MonthPeople month(int after, int gave, int got, int firstName) {
    return new MonthPeople(
        MAY.plusMonths(after), names("d", gave, firstName), names("p", got, firstName));
  }

  private static Set<String> names(String kind, int count, int first) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < count; i++) {
      names.add(kind + (first + i));
    }
    return names;
  }
}
