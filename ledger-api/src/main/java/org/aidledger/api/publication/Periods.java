package org.aidledger.api.publication;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aidledger.projections.publication.MonthPeople;

/**
 * Puts months together until enough people stand behind each figure.
 *
 * <p>A month in which one family was helped would tell everybody what that family got. So months
 * are joined, the oldest first, until nobody or at least {@value #ENOUGH} different people gave in
 * them, and nobody or at least {@value #ENOUGH} got something. The months after the last such
 * period wait: if they were added to it, whoever looks before and after would see the difference,
 * which may be one person's.
 */
final class Periods {

  /** Fewer people than these are too few. */
  static final int ENOUGH = 5;

  /** Months that are told as one. */
  record Period(YearMonth first, YearMonth last) {}

  private Periods() {}

  /**
   * The periods that may be told, the oldest first; each begins where the one before ended.
   *
   * @param first the month of the first figure
   * @param last the last month that is over
   * @param people of each month, at most {@value #ENOUGH} of a side
   */
  static List<Period> of(YearMonth first, YearMonth last, List<MonthPeople> people) {
    Map<YearMonth, MonthPeople> byMonth =
        people.stream().collect(Collectors.toMap(MonthPeople::month, Function.identity()));
    List<Period> periods = new ArrayList<>();
    Set<String> gave = new HashSet<>();
    Set<String> got = new HashSet<>();
    YearMonth begin = first;
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      MonthPeople here = byMonth.get(month);
      if (here != null) {
        gave.addAll(here.gave());
        got.addAll(here.got());
      }
      if (mayBeTold(gave) && mayBeTold(got)) {
        periods.add(new Period(begin, month));
        begin = month.plusMonths(1);
        gave.clear();
        got.clear();
      }
    }
    return periods;
  }

  private static boolean mayBeTold(Set<String> people) {
    return people.isEmpty() || people.size() >= ENOUGH;
  }
}
