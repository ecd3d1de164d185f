package org.aidledger.api.web.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aidledger.api.audit.ExceptionDesk;
import org.aidledger.api.audit.ExceptionRows;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.roster.TypedDay;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.text.Language;
import org.aidledger.api.web.text.Positions;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.trail.TrailPages;
import org.aidledger.api.web.trail.TrailRow;
import org.aidledger.core.account.Role;
import org.aidledger.projections.exception.ExceptionKind;
import org.aidledger.projections.exception.ExceptionView;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What auditors look at first; each can be raised as a finding with its events. */
@Controller
final class ExceptionsPage {

  /** Events of one exception that are told in words; the others are named by their positions. */
  private static final int TOLD = 5;

  /** Positions that go into the form of a finding through its address. */
  private static final int IN_ADDRESS = 50;

  private static final String FILE = "/audit/exceptions";
  private static final List<String> PARAMETERS = List.of("kind", "fundId", "from", "to");

  /**
   * One exception.
   *
   * @param events those that are told in words
   * @param positions all that are named
   * @param forFinding the positions that the form of a finding begins with
   */
  record Row(
      String kindCode,
      String kind,
      @Nullable String fundId,
      @Nullable String fundName,
      String sentence,
      long count,
      List<TrailRow> events,
      String positions,
      String forFinding) {}

  private final ExceptionDesk desk;
  private final TrailPages trail;
  private final Choices choices;
  private final FundQueries funds;
  private final ExceptionRows words;
  private final MessageSource messages;

  ExceptionsPage(
      ExceptionDesk desk,
      TrailPages trail,
      Choices choices,
      FundQueries funds,
      ExceptionRows words,
      MessageSource messages) {
    this.desk = desk;
    this.trail = trail;
    this.choices = choices;
    this.funds = funds;
    this.words = words;
    this.messages = messages;
  }

  @RequiresRole(Role.AUDITOR)
  @GetMapping("/audit/exceptions")
  String show(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    Map<String, String> given = Pages.given(parameters, PARAMETERS);
    model.addAttribute("given", given);
    model.addAttribute("funds", choices.funds());
    model.addAttribute("kinds", Option.of(ExceptionKind.values(), "exception", texts));
    model.addAttribute("asked", given.containsKey("from") && given.containsKey("to"));
    model.addAttribute("wrong", Set.of());
    model.addAttribute("rows", List.of());
    if (given.containsKey("from") || given.containsKey("to")) {
      try {
        model.addAttribute("rows", rows(find(given), locale, texts));
        model.addAttribute("export", ExportLinks.to(FILE, filters(given), Language.of(locale)));
      } catch (ApiProblem wrong) {
        model.addAttribute("wrong", Set.of(String.valueOf(wrong.problem().field())));
      }
    }
    return "audit-exceptions";
  }

  private List<ExceptionView> find(Map<String, String> given) {
    String kind = given.get("kind");
    return desk.find(
        kind == null ? null : Values.choice("kind", kind, ExceptionKind.class),
        given.get("fundId"),
        Values.day("from", TypedDay.plain(given.getOrDefault("from", ""))),
        Values.day("to", TypedDay.plain(given.getOrDefault("to", ""))));
  }

  /** The filters as REST calls and writes them. */
  private static Map<String, String> filters(Map<String, String> given) {
    Map<String, String> filters = new TreeMap<>(given);
    String fund = filters.remove("fundId");
    if (fund != null) {
      filters.put("fund", fund);
    }
    filters.replaceAll(
        (name, value) -> name.equals("from") || name.equals("to") ? TypedDay.plain(value) : value);
    return filters;
  }

  private List<Row> rows(List<ExceptionView> found, Locale locale, Texts texts) {
    List<Long> told =
        found.stream()
            .flatMap(one -> one.positions().stream().limit(TOLD))
            .distinct()
            .limit(500)
            .toList();
    Map<String, List<TrailRow>> lines =
        trail.ofPositions(told, locale).rows().stream()
            .collect(Collectors.groupingBy(row -> row.place().replaceFirst("\\..*", "")));
    List<Row> rows = new ArrayList<>(found.size());
    for (ExceptionView one : found) {
      rows.add(row(one, lines, texts));
    }
    return rows;
  }

  private Row row(ExceptionView one, Map<String, List<TrailRow>> lines, Texts texts) {
    String fundId = one.fundId();
    return new Row(
        one.kind().name(),
        texts.word("exception", one.kind().name()),
        fundId,
        fundId == null ? null : funds.one(fundId).map(FundView::name).orElse(fundId),
        words.sentence(one, texts),
        one.events(),
        one.positions().stream()
            .limit(TOLD)
            .flatMap(position -> lines.getOrDefault(position.toString(), List.of()).stream())
            .toList(),
        Positions.joined(one.positions()),
        Positions.joined(one.positions().stream().limit(IN_ADDRESS).toList()));
  }
}
