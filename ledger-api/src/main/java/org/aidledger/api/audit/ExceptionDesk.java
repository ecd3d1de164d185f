package org.aidledger.api.audit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.web.ActorNames;
import org.aidledger.projections.account.AccountQueries;
import org.aidledger.projections.account.AccountView;
import org.aidledger.projections.exception.ExceptionKind;
import org.aidledger.projections.exception.ExceptionQueries;
import org.aidledger.projections.exception.ExceptionScope;
import org.aidledger.projections.exception.ExceptionView;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.PositionQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for exceptions in what was recorded within a period. */
@Component
public final class ExceptionDesk {

  private final ExceptionQueries exceptions;
  private final PositionQueries positions;
  private final AccountQueries accounts;
  private final ActorNames names;
  private final People people;
  private final BusinessCalendar calendar;

  ExceptionDesk(
      ExceptionQueries exceptions,
      PositionQueries positions,
      AccountQueries accounts,
      ActorNames names,
      People people,
      BusinessCalendar calendar) {
    this.exceptions = exceptions;
    this.positions = positions;
    this.accounts = accounts;
    this.names = names;
    this.people = people;
    this.calendar = calendar;
  }

  /**
   * What the rules find in what was recorded from the first day to the last.
   *
   * @param kind one rule, or all
   * @param fundId one fund, or all
   * @throws ApiProblem if the last day is before the first
   */
  public List<ExceptionView> find(
      @Nullable ExceptionKind kind, @Nullable String fundId, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new ApiProblem(ApiCode.PARAMETER_MALFORMED, "to");
    }
    boolean namesNeeded = kind == null || kind == ExceptionKind.SELF_DEALING;
    return exceptions.find(
        kind,
        new ExceptionScope(
            fundId,
            endOf(from.minusDays(1)),
            endOf(to),
            calendar.zone(),
            namesNeeded ? actors() : Map.of()));
  }

  /** The last position that was recorded on a day or before it. */
  private long endOf(LocalDate day) {
    return positions.lastRecordedBy(
        day.plusDays(1).atStartOfDay(calendar.zone()).toInstant().minusMillis(1));
  }

  /** What the names of all accounts look like in the index of people, by account id. */
  private Map<String, String> actors() {
    Map<String, String> marks = new HashMap<>();
    Cursor next = null;
    do {
      Page<AccountView> page = accounts.list(next, Page.MAX);
      Set<String> ids =
          page.items().stream().map(AccountView::accountId).collect(Collectors.toSet());
      names
          .names(ids)
          .forEach(
              (id, name) -> {
                String mark = people.nameMark(name);
                if (mark != null) {
                  marks.put(id, mark);
                }
              });
      next = page.next();
    } while (next != null);
    return marks;
  }
}
