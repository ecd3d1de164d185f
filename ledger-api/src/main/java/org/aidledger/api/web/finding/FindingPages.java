package org.aidledger.api.web.finding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.finding.FindingDesk;
import org.aidledger.api.finding.FindingDone;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.audit.Choices;
import org.aidledger.api.web.audit.Pages;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Form;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Language;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.trail.TrailPages;
import org.aidledger.core.account.Role;
import org.aidledger.core.finding.FindingState;
import org.aidledger.core.finding.Severity;
import org.aidledger.projections.finding.FindingFilter;
import org.aidledger.projections.finding.FindingQueries;
import org.aidledger.projections.finding.FindingView;
import org.aidledger.projections.period.PeriodQueries;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows findings, raises, answers and closes them. */
@Controller
@RequestMapping("/findings")
class FindingPages {

  private static final int ON_A_PAGE = 50;
  private static final List<String> FILTERS =
      List.of("organisation", "fundId", "state", "severity");
  private static final List<String> GIVEN =
      List.of("fundId", "organisation", "exceptionKind", "positions", "severity");

  private final FindingDesk desk;
  private final FindingQueries findings;
  private final FindingTexts words;
  private final PeriodQueries organisations;
  private final TrailPages trail;
  private final Choices choices;
  private final Forms forms;
  private final MessageSource messages;

  FindingPages(
      FindingDesk desk,
      FindingQueries findings,
      FindingTexts words,
      PeriodQueries organisations,
      TrailPages trail,
      Choices choices,
      Forms forms,
      MessageSource messages) {
    this.desk = desk;
    this.findings = findings;
    this.words = words;
    this.organisations = organisations;
    this.trail = trail;
    this.choices = choices;
    this.forms = forms;
    this.messages = messages;
  }

  @GetMapping
  @RequiresRole({Role.FINANCE, Role.AUDITOR})
  String list(
      @RequestParam Map<String, String> parameters, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    Map<String, String> given = new TreeMap<>();
    FILTERS.stream()
        .filter(name -> !parameters.getOrDefault(name, "").isBlank())
        .forEach(name -> given.put(name, parameters.getOrDefault(name, "").strip()));
    Page<FindingView> page =
        findings.list(
            new FindingFilter(
                given.get("organisation"),
                given.get("fundId"),
                given.get("state"),
                given.get("severity")),
            Order.NEWEST_FIRST,
            ListParameters.cursor(parameters.get("cursor")),
            ON_A_PAGE);
    model.addAttribute("given", given);
    model.addAttribute("rows", words.rows(page.items(), texts));
    model.addAttribute("pages", Pages.of("/findings", given, parameters, page.next()));
    model.addAttribute("export", ExportLinks.to("/audit/findings", given, Language.of(locale)));
    model.addAttribute("raises", actor.has(Role.AUDITOR));
    model.addAttribute("funds", choices.funds());
    model.addAttribute("organisations", organisations());
    model.addAttribute("states", Option.of(FindingState.values(), "findingState", texts));
    model.addAttribute("severities", Option.of(Severity.values(), "severity", texts));
    return "findings";
  }

  @GetMapping("/new")
  @RequiresRole(Role.AUDITOR)
  String blank(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
    Form form = forms.blank().with("severity", Severity.MEDIUM.name());
    for (String name : GIVEN) {
      if (parameters.containsKey(name)) {
        form = form.with(name, parameters.get(name));
      }
    }
    model.addAttribute("form", form);
    return form(locale, model);
  }

  @PostMapping("/new")
  @RequiresRole(Role.AUDITOR)
  ModelAndView raise(Posted posted, Actor actor, Locale locale, Model model) {
    if (!posted.value("fundId").isEmpty()) {
      // The fund says whose it is.
      posted.drop("organisation");
    }
    return forms.post(
        posted.words("positions"),
        actor,
        model,
        () ->
            done(
                desk.raise(posted.require("severity", "text").shape(), actor),
                "finding.raised",
                locale),
        () -> form(locale, model));
  }

  @GetMapping("/{findingId}")
  @RequiresRole({Role.FINANCE, Role.AUDITOR})
  String one(@PathVariable UUID findingId, Actor actor, Locale locale, Model model) {
    model.addAttribute("form", forms.blank());
    return page(findingId, actor, locale, model);
  }

  @PostMapping("/{findingId}/answer")
  @RequiresRole(Role.FINANCE)
  ModelAndView answer(
      @PathVariable UUID findingId, Posted posted, Actor actor, Locale locale, Model model) {
    return forms.post(
        posted,
        actor,
        model,
        () ->
            done(
                desk.answer(findingId, posted.require("answer").shape(), actor),
                "finding.answered",
                locale),
        () -> page(findingId, actor, locale, model));
  }

  @PostMapping("/{findingId}/closure")
  @RequiresRole(Role.AUDITOR)
  ModelAndView close(
      @PathVariable UUID findingId, Posted posted, Actor actor, Locale locale, Model model) {
    return forms.post(
        posted,
        actor,
        model,
        () ->
            done(
                desk.close(findingId, posted.require("conclusion").shape(), actor),
                "finding.closed",
                locale),
        () -> page(findingId, actor, locale, model));
  }

  private Done done(FindingDone answer, String key, Locale locale) {
    return Done.to(
        "/findings/" + answer.findingId(), new Texts(messages, locale).get(key), answer.position());
  }

  private String form(Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    model.addAttribute("funds", choices.funds());
    model.addAttribute("organisations", organisations());
    model.addAttribute("severities", Option.of(Severity.values(), "severity", texts));
    return "finding-new";
  }

  private String page(UUID findingId, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    FindingView found = desk.find(findingId);
    String me = actor.accountId().toString();
    boolean open = found.state() != FindingState.CLOSED;
    model.addAttribute("finding", words.rows(List.of(found), texts).getFirst());
    model.addAttribute("steps", words.steps(findings.steps(found.findingId()), texts));
    model.addAttribute("trail", trail.ofPositions(found.positions(), locale));
    model.addAttribute("positions", found.positions());
    model.addAttribute("answers", open && actor.has(Role.FINANCE) && !me.equals(found.raisedBy()));
    model.addAttribute("closes", found.state() == FindingState.ANSWERED && actor.has(Role.AUDITOR));
    return "finding";
  }

  private List<Option> organisations() {
    return organisations.organisations().stream().map(one -> new Option(one, one)).toList();
  }
}
