package org.aidledger.api.web.period;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.period.PeriodAnswer;
import org.aidledger.api.period.PeriodDesk;
import org.aidledger.api.period.Readiness;
import org.aidledger.api.period.ReadinessPoint;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.LateEntries;
import org.aidledger.projections.period.PeriodCalendarView;
import org.aidledger.projections.period.PeriodQueries;
import org.aidledger.projections.period.PeriodState;
import org.aidledger.projections.period.PeriodStep;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows periods, closes and reopens them, and has another person agree. */
@Controller
@RequestMapping("/periods")
class PeriodPages {

  private final PeriodDesk desk;
  private final PeriodQueries periods;
  private final Readiness readiness;
  private final PeriodTexts words;
  private final PeriodStatements statements;
  private final BusinessCalendar calendar;
  private final Forms forms;
  private final MessageSource messages;

  PeriodPages(
      PeriodDesk desk,
      PeriodQueries periods,
      Readiness readiness,
      PeriodTexts words,
      PeriodStatements statements,
      BusinessCalendar calendar,
      Forms forms,
      MessageSource messages) {
    this.desk = desk;
    this.periods = periods;
    this.readiness = readiness;
    this.words = words;
    this.statements = statements;
    this.calendar = calendar;
    this.forms = forms;
    this.messages = messages;
  }

  @GetMapping
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  String list(
      @RequestParam(required = false) @Nullable String organisation, Locale locale, Model model) {
    List<String> organisations = periods.organisations();
    String owner = chosen(organisation, organisations);
    LocalDate today = calendar.today();
    PeriodCalendarView found = periods.of(owner);
    model.addAttribute("organisation", owner);
    model.addAttribute(
        "organisations", organisations.stream().map(one -> new Option(one, one)).toList());
    model.addAttribute(
        "periods", words.rows(found, found.periods(today), new Texts(messages, locale)));
    return "periods";
  }

  /** The one asked for, else this installation's own, else the first that has funds. */
  private String chosen(@Nullable String asked, List<String> organisations) {
    String own = desk.organisation(asked == null || asked.isBlank() ? null : asked.strip());
    return asked != null || organisations.isEmpty() || organisations.contains(own)
        ? own
        : organisations.getFirst();
  }

  @GetMapping("/{period}")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  String show(
      @PathVariable AccountingPeriod period,
      @RequestParam(required = false) @Nullable String organisation,
      Actor actor,
      Locale locale,
      Model model) {
    model.addAttribute("form", forms.blank().with("lateEntries", LateEntries.REFUSED.name()));
    return page(period, desk.organisation(organisation), actor, locale, model);
  }

  @PostMapping("/{period}/closing")
  @RequiresRole(Role.FINANCE)
  ModelAndView close(
      @PathVariable AccountingPeriod period,
      Posted posted,
      Actor actor,
      Locale locale,
      Model model) {
    return forms.post(
        posted.lists("acknowledged"),
        actor,
        model,
        () -> done(desk.close(period, posted.shape(), actor), "period.close.done", locale),
        () -> again(period, posted, actor, locale, model));
  }

  @PostMapping("/{period}/confirmation")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ModelAndView confirm(
      @PathVariable AccountingPeriod period,
      Posted posted,
      Actor actor,
      Locale locale,
      Model model) {
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          PeriodAnswer answer = desk.confirm(period, posted.shape(), actor);
          boolean closed = answer.state().equals("CLOSED");
          return done(answer, closed ? "period.confirm.closed" : "period.confirm.reopened", locale);
        },
        () -> again(period, posted, actor, locale, model));
  }

  @PostMapping("/{period}/reopening")
  @RequiresRole(Role.FINANCE)
  ModelAndView reopen(
      @PathVariable AccountingPeriod period,
      Posted posted,
      Actor actor,
      Locale locale,
      Model model) {
    return forms.post(
        posted,
        actor,
        model,
        () ->
            done(
                desk.reopen(period, posted.require("reason").shape(), actor),
                "period.reopen.done",
                locale),
        () -> again(period, posted, actor, locale, model));
  }

  private Done done(PeriodAnswer answer, String key, Locale locale) {
    String path =
        "/periods/"
            + answer.period()
            + "?organisation="
            + URLEncoder.encode(answer.organisation(), StandardCharsets.UTF_8);
    return Done.to(path, new Texts(messages, locale).get(key, answer.period()), answer.position());
  }

  private String again(
      AccountingPeriod period, Posted posted, Actor actor, Locale locale, Model model) {
    String named = posted.value("organisation");
    return page(period, desk.organisation(named.isEmpty() ? null : named), actor, locale, model);
  }

  private String page(
      AccountingPeriod period, String organisation, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    PeriodCalendarView found = periods.of(organisation);
    PeriodState state = found.state(period);
    Optional<PeriodStep> waiting = found.pending(period);
    boolean mine =
        waiting.filter(step -> step.actor().equals(actor.accountId().toString())).isPresent();
    boolean confirms = actor.has(Role.FINANCE) || actor.has(Role.APPROVER);
    boolean over = calendar.today().isAfter(period.last());
    List<ReadinessPoint> points = readiness.points(organisation, period);
    model.addAttribute("organisation", organisation);
    model.addAttribute("period", period.toString());
    model.addAttribute("first", period.first().toString());
    model.addAttribute("last", period.last().toString());
    model.addAttribute("state", state.name());
    model.addAttribute("tone", PeriodTexts.tone(state));
    model.addAttribute("funds", periods.funds(organisation).size());
    model.addAttribute(
        "late", period.isYear() ? 0 : periods.lateEntries(organisation, period.first()));
    model.addAttribute("points", words.points(points, actor, texts));
    model.addAttribute("acknowledgeable", words.acknowledgeable(points, texts));
    model.addAttribute("steps", words.steps(found.steps(period), texts));
    model.addAttribute(
        "statements", statements.of(organisation, period, actor, texts).orElse(null));
    model.addAttribute("lateChoices", Option.of(LateEntries.values(), "lateEntries", texts));
    model.addAttribute("proposalId", waiting.map(PeriodStep::proposalId).orElse(null));
    model.addAttribute(
        "proposer", waiting.map(step -> words.name(step.actor(), texts)).orElse(null));
    model.addAttribute("notTaken", notTaken(waiting, texts));
    model.addAttribute("me", words.name(actor.accountId().toString(), texts));
    model.addAttribute("over", over);
    model.addAttribute("closes", state == PeriodState.OPEN && over && actor.has(Role.FINANCE));
    model.addAttribute("confirms", waiting.isPresent() && confirms && !mine);
    model.addAttribute("waits", waiting.isPresent() && (mine || !confirms));
    model.addAttribute(
        "reopens",
        state == PeriodState.CLOSED
            && actor.has(Role.FINANCE)
            && found.last().filter(period::equals).isPresent());
    return "period";
  }

  /** What becomes of late entries, in the words of whoever proposed it where that is known. */
  private static String notTaken(Optional<PeriodStep> waiting, Texts texts) {
    return waiting
        .map(PeriodStep::lateEntries)
        .map(rule -> texts.word("lateEntries", rule))
        .orElseGet(() -> texts.get("period.notTaken"));
  }
}
