package org.aidledger.api.web.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.api.audit.PastRows;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.reading.KnownAt;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.fund.PastRequest;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.projections.query.Page;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The balances of all funds as they were, or as they were known, beside those of now. */
@Controller
final class PastBalancesPage {

  /** A fund with three amounts in its own unit. */
  record Row(
      String fundId,
      String code,
      String name,
      String unit,
      Amount then,
      Amount now,
      Amount difference,
      boolean changed) {}

  private static final int ON_A_PAGE = 100;

  private final PastRows rows;
  private final KnownAt known;
  private final MessageSource messages;
  private final Clock clock;

  PastBalancesPage(PastRows rows, KnownAt known, MessageSource messages, Clock clock) {
    this.rows = rows;
    this.known = known;
    this.messages = messages;
    this.clock = clock;
  }

  @RequiresRole(Role.AUDITOR)
  @GetMapping("/audit/balances")
  String show(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    PastRequest request =
        PastRequest.of(parameters.get("effectiveOn"), parameters.get("recordedBy"), clock);
    model.addAttribute("pastRequest", request);
    model.addAttribute("asked", request.isAsked());
    if (request.isAsked()) {
      answer(request, parameters, texts, model);
    }
    return "audit-balances";
  }

  private void answer(
      PastRequest request, Map<String, String> parameters, Texts texts, Model model) {
    Instant time = request.knownAt();
    Long position = time == null ? null : Long.valueOf(known.position("recordedBy", time));
    Page<PastRows.Row> page =
        rows.page(
            request.asOf(), position, ListParameters.cursor(parameters.get("cursor")), ON_A_PAGE);
    Map<String, String> kept = new TreeMap<>();
    Map<String, String> filters = new TreeMap<>();
    if (request.asOf() != null) {
      kept.put("effectiveOn", request.asOfText());
      filters.put("effectiveOn", request.asOfText());
    }
    if (time != null) {
      kept.put("recordedBy", request.knownAtText());
      filters.put("recordedBy", time.toString());
    }
    model.addAttribute("sentence", request.sentence(texts, clock.getZone()));
    model.addAttribute("rows", rows(page.items(), texts));
    model.addAttribute("pages", Pages.of("/audit/balances", kept, parameters, page.next()));
    model.addAttribute(
        "position", page.items().stream().mapToLong(PastRows.Row::position).max().orElse(-1));
    model.addAttribute("export", ExportLinks.to("/audit/balances", filters, texts.language()));
  }

  private static List<Row> rows(List<PastRows.Row> found, Texts texts) {
    return found.stream()
        .map(
            row -> {
              String currency = row.fund().currency();
              return new Row(
                  row.fund().fundId(),
                  row.fund().code(),
                  row.fund().name(),
                  texts.unit(currency),
                  Amount.of(row.then(), currency),
                  Amount.of(row.now(), currency),
                  Amount.of(row.difference(), currency),
                  row.difference() != 0);
            })
        .toList();
  }
}
