package org.aidledger.api.period;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.projections.period.PeriodCalendarView;
import org.aidledger.projections.period.PeriodQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounting periods: a month, {@code yyyy-MM}, or a year, {@code yyyy}. */
@RestController
@RequestMapping("/api/v1/periods")
class PeriodController {

  private final PeriodDesk desk;
  private final PeriodQueries periods;
  private final Readiness readiness;
  private final BusinessCalendar calendar;

  PeriodController(
      PeriodDesk desk, PeriodQueries periods, Readiness readiness, BusinessCalendar calendar) {
    this.desk = desk;
    this.periods = periods;
    this.readiness = readiness;
    this.calendar = calendar;
  }

  @GetMapping
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  PeriodList list(@RequestParam(required = false) @Nullable String organisation) {
    LocalDate today = calendar.today();
    PeriodCalendarView found = periods.of(desk.organisation(organisation));
    return new PeriodList(
        found.periods(today).stream()
            .map(period -> PeriodView.of(found, period, null, null))
            .toList());
  }

  @GetMapping("/{period}")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  PeriodView one(
      @PathVariable AccountingPeriod period,
      @RequestParam(required = false) @Nullable String organisation) {
    String owner = desk.organisation(organisation);
    return PeriodView.of(
        periods.of(owner),
        period,
        period.isYear() ? null : periods.lateEntries(owner, period.first()),
        readiness.points(owner, period));
  }

  @PostMapping("/{period}/closing")
  @RequiresRole(Role.FINANCE)
  ResponseEntity<PeriodAnswer> close(
      @PathVariable AccountingPeriod period, @JsonBody(Closing.class) Shape body, Actor actor) {
    return answer(desk.close(period, body, actor));
  }

  @PostMapping("/{period}/confirmation")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ResponseEntity<PeriodAnswer> confirm(
      @PathVariable AccountingPeriod period,
      @JsonBody(Confirmation.class) Shape body,
      Actor actor) {
    return answer(desk.confirm(period, body, actor));
  }

  @PostMapping("/{period}/reopening")
  @RequiresRole(Role.FINANCE)
  ResponseEntity<PeriodAnswer> reopen(
      @PathVariable AccountingPeriod period, @JsonBody(Reopening.class) Shape body, Actor actor) {
    return answer(desk.reopen(period, body, actor));
  }

  private static ResponseEntity<PeriodAnswer> answer(PeriodAnswer answer) {
    return Positioned.ok(answer, answer.position());
  }

  /** The periods of one organisation, the latest first. */
  record PeriodList(List<PeriodView> items) {}

  /** The body of an order to close; lateEntries is REFUSED unless it says NEXT_PERIOD. */
  record Closing(
      @Nullable String organisation,
      @Nullable String lateEntries,
      @Nullable List<String> acknowledged) {}

  /** The body of a confirmation; without a proposalId it is of whatever waits for the period. */
  record Confirmation(@Nullable String organisation, @Nullable String proposalId) {}

  /** The body of an order to reopen. */
  record Reopening(String reason, @Nullable String organisation) {}
}
