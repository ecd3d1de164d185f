package org.aidledger.api.web.audit;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aidledger.api.audit.SampleDesk;
import org.aidledger.api.audit.SampleRows;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.roster.TypedDay;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.projections.period.PeriodQueries;
import org.aidledger.projections.sample.SampleOf;
import org.aidledger.projections.sample.SampleQueries;
import org.aidledger.projections.sample.SampleRequest;
import org.aidledger.projections.sample.SampleView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Monetary-unit samples that anybody can draw again. */
@Controller
final class SamplesPage {

  private static final List<String> PARAMETERS =
      List.of("of", "fundId", "organisation", "from", "to", "size", "seed", "position");

  /** Those that can be wrong in what somebody typed. */
  private static final Set<String> FIELDS =
      Set.of("fund", "from", "to", "size", "seed", "position");

  private static final String FILE = "/audit/samples";

  /** A drawn item with its amounts as people read them. */
  record Row(SampleRows.Row said, String day, String amount, String before) {}

  private final SampleDesk desk;
  private final SampleRows rows;
  private final Choices choices;
  private final PeriodQueries organisations;
  private final MessageSource messages;

  SamplesPage(
      SampleDesk desk,
      SampleRows rows,
      Choices choices,
      PeriodQueries organisations,
      MessageSource messages) {
    this.desk = desk;
    this.rows = rows;
    this.choices = choices;
    this.organisations = organisations;
    this.messages = messages;
  }

  @RequiresRole(Role.AUDITOR)
  @GetMapping("/audit/samples")
  String show(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    Map<String, String> given = Pages.given(parameters, PARAMETERS);
    model.addAttribute("given", given);
    model.addAttribute("funds", choices.funds());
    model.addAttribute(
        "organisations",
        organisations.organisations().stream().map(one -> new Option(one, one)).toList());
    model.addAttribute("kinds", Option.of(SampleOf.values(), "sampleOf", texts));
    model.addAttribute("most", SampleQueries.MOST);
    model.addAttribute("longestSeed", SampleDesk.LONGEST_SEED);
    model.addAttribute("wrong", Set.of());
    if (given.containsKey("seed") || given.containsKey("size")) {
      model.addAttribute("wrong", wrong(given, texts, model));
    }
    return "audit-samples";
  }

  /** Draws, or names every field that does not allow it: all at once, so that none comes later. */
  private Set<String> wrong(Map<String, String> given, Texts texts, Model model) {
    Set<String> wrong = new LinkedHashSet<>();
    if (!given.containsKey("fundId") && !given.containsKey("organisation")) {
      wrong.add("fund");
    }
    for (String day : List.of("from", "to")) {
      blame(wrong, () -> day(given, day));
    }
    blame(wrong, () -> size(given));
    blame(wrong, () -> seed(given));
    if (wrong.isEmpty()) {
      blame(wrong, () -> answer(draw(given), given, texts, model));
    }
    return wrong;
  }

  private static void blame(Set<String> wrong, Runnable reading) {
    try {
      reading.run();
    } catch (ApiProblem problem) {
      String field = String.valueOf(problem.problem().field());
      // What is chosen from a list is only ever wrong in an address that somebody wrote.
      wrong.add(FIELDS.contains(field) ? field : "fund");
    }
  }

  private static LocalDate day(Map<String, String> given, String name) {
    return Values.day(name, TypedDay.plain(given.getOrDefault(name, "")));
  }

  private static int size(Map<String, String> given) {
    return Values.integer("size", given.getOrDefault("size", ""), 1, SampleQueries.MOST);
  }

  private static String seed(Map<String, String> given) {
    return SampleDesk.seed(given.getOrDefault("seed", ""));
  }

  private SampleDesk.Drawn draw(Map<String, String> given) {
    String fundId = given.get("fundId");
    return desk.draw(
        Values.choice("of", given.getOrDefault("of", SampleOf.DONATIONS.name()), SampleOf.class),
        fundId,
        fundId == null ? given.get("organisation") : null,
        day(given, "from"),
        day(given, "to"),
        SampleDesk.position(given.get("position")),
        size(given),
        seed(given));
  }

  private void answer(SampleDesk.Drawn drawn, Map<String, String> given, Texts texts, Model model) {
    SampleView sample = drawn.sample();
    String currency = drawn.request().currency();
    model.addAttribute("drawn", true);
    model.addAttribute("position", drawn.request().position());
    model.addAttribute("population", sample.population());
    model.addAttribute("total", texts.money(sample.total(), currency));
    model.addAttribute("interval", texts.money(sample.interval(), currency));
    model.addAttribute("start", texts.money(sample.start(), currency));
    model.addAttribute(
        "export", ExportLinks.to(FILE, filters(drawn.request(), given), texts.language()));
    model.addAttribute(
        "rows", rows.of(drawn, texts).stream().map(row -> row(row, currency, texts)).toList());
    model.addAttribute(
        "forFinding",
        sample.items().stream()
            .limit(50)
            .map(item -> Long.toString(item.position()))
            .collect(Collectors.joining(",")));
  }

  private static Row row(SampleRows.Row said, String currency, Texts texts) {
    return new Row(
        said,
        String.valueOf(said.effectiveOn()),
        texts.money(said.item().amount(), currency),
        texts.money(said.item().before(), currency));
  }

  /** As REST calls and writes them, with the position, so that the file is of what is shown. */
  private static Map<String, String> filters(SampleRequest request, Map<String, String> given) {
    Map<String, String> filters = new TreeMap<>();
    filters.put("of", request.of().name());
    String fund = request.fundId();
    if (fund == null) {
      filters.put("organisation", given.getOrDefault("organisation", ""));
    } else {
      filters.put("fund", fund);
    }
    filters.put("from", request.from().toString());
    filters.put("to", request.to().toString());
    filters.put("size", Integer.toString(request.size()));
    filters.put("seed", request.seed());
    filters.put("position", Long.toString(request.position()));
    return filters;
  }
}
