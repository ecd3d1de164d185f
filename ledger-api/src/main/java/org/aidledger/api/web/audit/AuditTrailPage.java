package org.aidledger.api.web.audit;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.trail.TrailPages;
import org.aidledger.api.web.trail.TrailSearch;
import org.aidledger.api.web.trail.TrailSearchReader;
import org.aidledger.api.web.trail.TrailTypes;
import org.aidledger.core.account.Role;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The trail over all funds. */
@Controller
final class AuditTrailPage {

  private final TrailPages trail;
  private final Choices choices;
  private final FundQueries funds;
  private final MessageSource messages;
  private final Clock clock;

  AuditTrailPage(
      TrailPages trail, Choices choices, FundQueries funds, MessageSource messages, Clock clock) {
    this.trail = trail;
    this.choices = choices;
    this.funds = funds;
    this.messages = messages;
    this.clock = clock;
  }

  @RequiresRole(Role.AUDITOR)
  @GetMapping("/audit/trail")
  String show(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    String currency =
        funds.one(parameters.getOrDefault("fund", "")).map(FundView::currency).orElse("CNY");
    TrailSearch search = TrailSearchReader.read(parameters, currency, clock.getZone());
    model.addAttribute("search", search);
    model.addAttribute("trail", trail.ofAll(search, locale));
    model.addAttribute("funds", choices.funds());
    model.addAttribute("actors", choices.actors());
    model.addAttribute("types", types(texts));
    return "audit-trail";
  }

  private static List<Option> types(Texts texts) {
    return TrailTypes.NAMES.stream()
        .map(name -> new Option(name, texts.word("event", name)))
        .toList();
  }
}
