package org.aidledger.api.web.audit;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.api.audit.RefusalRows;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.text.Language;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.projections.audit.RefusalQueries;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the rules refused, in words, the newest first. */
@Controller
final class RefusalsPage {

  private static final int ON_A_PAGE = 50;
  private static final List<String> FILTERS = List.of("code", "fundId", "actor");

  private final RefusalQueries refusals;
  private final RefusalRows rows;
  private final Choices choices;
  private final MessageSource messages;
  private final Clock clock;

  RefusalsPage(
      RefusalQueries refusals,
      RefusalRows rows,
      Choices choices,
      MessageSource messages,
      Clock clock) {
    this.refusals = refusals;
    this.rows = rows;
    this.choices = choices;
    this.messages = messages;
    this.clock = clock;
  }

  @RequiresRole(Role.AUDITOR)
  @GetMapping("/audit/refusals")
  String show(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
    Map<String, String> given = new TreeMap<>();
    FILTERS.stream()
        .filter(name -> !parameters.getOrDefault(name, "").isBlank())
        .forEach(name -> given.put(name, parameters.getOrDefault(name, "").strip()));
    Page<RefusalRows.Row> page =
        rows.of(
            refusals.list(
                given.get("code"),
                given.get("fundId"),
                given.get("actor"),
                Order.NEWEST_FIRST,
                ListParameters.cursor(parameters.get("cursor")),
                ON_A_PAGE),
            new Texts(messages, locale));
    model.addAttribute("given", given);
    model.addAttribute("rows", page.items());
    model.addAttribute("pages", Pages.of("/audit/refusals", given, parameters, page.next()));
    model.addAttribute("zone", clock.getZone());
    model.addAttribute("funds", choices.funds());
    model.addAttribute("actors", choices.actors());
    model.addAttribute("rules", rules(locale));
    model.addAttribute("export", ExportLinks.to("/audit/refusals", given, Language.of(locale)));
    return "audit-refusals";
  }

  private List<Option> rules(Locale locale) {
    return Arrays.stream(RuleCode.values())
        .map(code -> new Option(code.name(), rows.rule(code.name(), locale)))
        .sorted(Comparator.comparing(Option::text))
        .toList();
  }
}
