package org.aidledger.api.web.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.api.audit.CorrectionReport;
import org.aidledger.api.audit.CorrectionReports;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.fund.PastRequest;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.Language;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.api.web.trail.TrailRows;
import org.aidledger.core.account.Role;
import org.aidledger.projections.Figure;
import org.aidledger.projections.correction.CorrectionTotals;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed for a period between the knowledge of two times. */
@Controller
final class CorrectionsPage {

  private static final String PATH = "/audit/corrections";
  private static final String FILE = "/audit/correction-report";
  private static final int ON_A_PAGE = 100;
  private static final List<String> FIELDS = List.of("fund", "from", "to", "knownFrom", "knownTo");

  private final CorrectionReports reports;
  private final Choices choices;
  private final TrailRows rows;
  private final MessageSource messages;
  private final Clock clock;

  CorrectionsPage(
      CorrectionReports reports,
      Choices choices,
      TrailRows rows,
      MessageSource messages,
      Clock clock) {
    this.reports = reports;
    this.choices = choices;
    this.rows = rows;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A figure of the period as it was known before, what the lines add, and as it was known after.
   */
  record Row(String what, Amount before, Amount change, Amount after, boolean total) {}

  @RequiresRole(Role.AUDITOR)
  @GetMapping(PATH)
  String show(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
    Map<String, String> given = new TreeMap<>();
    FIELDS.forEach(field -> given.put(field, parameters.getOrDefault(field, "").strip()));
    PastRequest first = request(given, "from", "knownFrom");
    PastRequest last = request(given, "to", "knownTo");
    boolean asked = parameters.containsKey("fund");
    List<String> wrong = asked ? wrong(given, first, last) : List.of();
    model.addAttribute("given", given);
    model.addAttribute("wrong", wrong);
    model.addAttribute("funds", choices.funds());
    if (asked && wrong.isEmpty()) {
      answer(given, first, last, parameters, locale, model);
    }
    return "audit-corrections";
  }

  private PastRequest request(Map<String, String> given, String day, String time) {
    return PastRequest.of(given.get(day), given.get(time), clock);
  }

  /** Which fields are missing, cannot be read, or end before they begin. */
  private static List<String> wrong(
      Map<String, String> given, PastRequest first, PastRequest last) {
    List<String> wrong = new ArrayList<>();
    if (given.getOrDefault("fund", "").isEmpty()) {
      wrong.add("fund");
    }
    if (first.wrong().contains("effectiveOn")) {
      wrong.add("from");
    }
    boolean backwards =
        first.asOf() != null && last.asOf() != null && last.asOf().isBefore(first.asOf());
    if (last.wrong().contains("effectiveOn") || backwards) {
      wrong.add("to");
    }
    if (first.knownAt() == null) {
      wrong.add("knownFrom");
    }
    boolean unknown = last.wrong().contains("recordedBy");
    if (unknown || before(last.knownAt(), first.knownAt())) {
      wrong.add("knownTo");
    }
    return wrong;
  }

  private static boolean before(@Nullable Instant one, @Nullable Instant other) {
    return one != null && other != null && one.isBefore(other);
  }

  private void answer(
      Map<String, String> given,
      PastRequest first,
      PastRequest last,
      Map<String, String> parameters,
      Locale locale,
      Model model) {
    Texts texts = new Texts(messages, locale);
    // The present millisecond may still bring entries, so what is known now is what was known
    // before it.
    Instant now = clock.instant().minusMillis(1);
    Instant knownFrom = first.knownAt() == null ? now : first.knownAt();
    CorrectionReport report =
        reports.of(
            given.getOrDefault("fund", ""),
            first.asOf(),
            last.asOf(),
            knownFrom,
            last.knownAt() == null ? now : last.knownAt(),
            ListParameters.cursor(parameters.get("cursor")),
            ON_A_PAGE);
    String currency = report.fund().currency();
    CorrectionTotals totals = report.totals();
    model.addAttribute("fund", report.fund());
    model.addAttribute("unit", texts.unit(currency));
    model.addAttribute("knownBefore", Times.second(report.before().at(), clock.getZone()));
    model.addAttribute("knownAfter", Times.second(report.after().at(), clock.getZone()));
    model.addAttribute("positionBefore", report.before().position());
    model.addAttribute("positionAfter", report.after().position());
    model.addAttribute("figures", figures(totals, currency, texts));
    model.addAttribute("ties", totals.ties());
    model.addAttribute("count", MoneyText.count(totals.lines()));
    model.addAttribute("change", texts.money(totals.changes().available(), currency));
    model.addAttribute("lines", rows.of(report.page().items(), locale));
    model.addAttribute("lists", lists(report, texts, locale));
    model.addAttribute("pages", Pages.of(PATH, given, parameters, report.page().next()));
  }

  /** The report as files, at the very times that the page shows. */
  private static List<ExportLinks.Named> lists(
      CorrectionReport report, Texts texts, Locale locale) {
    Map<String, String> filters = new TreeMap<>();
    filters.put("fundId", report.fund().fundId());
    filters.put("knownFrom", report.before().at().toString());
    filters.put("knownTo", report.after().at().toString());
    if (report.from() != null) {
      filters.put("from", report.from().toString());
    }
    if (report.to() != null) {
      filters.put("to", report.to().toString());
    }
    String code = report.fund().code();
    Language language = Language.of(locale);
    return List.of(
        new ExportLinks.Named(
            texts.get("export.corrections", code), ExportLinks.to(FILE, filters, language)),
        new ExportLinks.Named(
            texts.get("export.correctionFigures", code),
            ExportLinks.to(FILE + "/figures", filters, language)));
  }

  private static List<Row> figures(CorrectionTotals totals, String currency, Texts texts) {
    List<Row> rows = new ArrayList<>();
    Arrays.stream(Figure.values())
        .forEach(
            figure -> {
              long before = totals.before().toArray()[figure.place()];
              long change = totals.changes().toArray()[figure.place()];
              long after = totals.after().toArray()[figure.place()];
              if (before != 0 || change != 0 || after != 0) {
                rows.add(row(texts.figure(figure), before, change, after, currency, false));
              }
            });
    rows.add(
        row(
            texts.get("corrections.available"),
            totals.before().available(),
            totals.changes().available(),
            totals.after().available(),
            currency,
            true));
    return rows;
  }

  private static Row row(
      String what, long before, long change, long after, String currency, boolean total) {
    return new Row(
        what,
        Amount.of(before, currency),
        Amount.of(change, currency),
        Amount.of(after, currency),
        total);
  }
}
