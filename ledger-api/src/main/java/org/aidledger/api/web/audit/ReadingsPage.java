package org.aidledger.api.web.audit;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.aidledger.api.audit.ReadingRows;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.text.Language;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.projections.audit.PrivacyQueries;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who read which personal data, the newest first. */
@Controller
final class ReadingsPage {

  private static final int ON_A_PAGE = 50;

  private final PrivacyQueries privacy;
  private final ReadingRows rows;
  private final Choices choices;
  private final MessageSource messages;
  private final Clock clock;

  ReadingsPage(
      PrivacyQueries privacy,
      ReadingRows rows,
      Choices choices,
      MessageSource messages,
      Clock clock) {
    this.privacy = privacy;
    this.rows = rows;
    this.choices = choices;
    this.messages = messages;
    this.clock = clock;
  }

  @RequiresRole(Role.AUDITOR)
  @GetMapping("/audit/readings")
  String show(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
    String actor = parameters.getOrDefault("actor", "").strip();
    Map<String, String> given = actor.isEmpty() ? Map.of() : Map.of("actor", actor);
    Page<ReadingRows.Row> page =
        rows.of(
            privacy.readings(
                null,
                given.get("actor"),
                Order.NEWEST_FIRST,
                ListParameters.cursor(parameters.get("cursor")),
                ON_A_PAGE),
            new Texts(messages, locale));
    model.addAttribute("given", given);
    model.addAttribute("rows", page.items());
    model.addAttribute("pages", Pages.of("/audit/readings", given, parameters, page.next()));
    model.addAttribute("zone", clock.getZone());
    model.addAttribute("actors", choices.actors());
    model.addAttribute("export", ExportLinks.to("/audit/readings", given, Language.of(locale)));
    return "audit-readings";
  }
}
