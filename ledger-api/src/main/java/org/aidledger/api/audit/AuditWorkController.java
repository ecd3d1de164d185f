package org.aidledger.api.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.ExportList;
import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.money.Money;
import org.aidledger.projections.exception.ExceptionKind;
import org.aidledger.projections.exception.ExceptionView;
import org.aidledger.projections.sample.SampleOf;
import org.aidledger.projections.sample.SampleQueries;
import org.aidledger.projections.sample.SampleRequest;
import org.aidledger.projections.sample.SampleView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What auditors look at first, and what they draw by lot. */
@RestController
@RequestMapping("/api/v1/audit")
@RequiresRole(Role.AUDITOR)
class AuditWorkController {

  /** The longest seed, in characters. */
  static final int SEED = 100;

  private final ExceptionDesk exceptions;
  private final ExceptionRows words;
  private final SampleDesk samples;

  AuditWorkController(ExceptionDesk exceptions, ExceptionRows words, SampleDesk samples) {
    this.exceptions = exceptions;
    this.words = words;
    this.samples = samples;
  }

  @GetMapping("/exceptions")
  ExceptionList exceptions(
      @RequestParam(required = false) @Nullable UUID fund,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(required = false) @Nullable String kind) {
    return new ExceptionList(
        found(fund, from, to, kind).stream().map(AuditWorkController::item).toList());
  }

  /** The same list as a file. */
  @GetMapping("/exceptions.{format}")
  ResponseEntity<StreamingResponseBody> exceptionFile(
      @RequestParam(required = false) @Nullable UUID fund,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(required = false) @Nullable String kind,
      Export export) {
    // Looked for before the answer begins, so that a question that makes no sense is refused.
    List<ExceptionView> found = found(fund, from, to, kind);
    return export.answer(
        new ExportList<>(
            "exceptions",
            export.texts().get("audit.exceptions"),
            ExceptionRows.columns(),
            taker -> found.forEach(one -> taker.accept(words.of(one, export.texts())))));
  }

  private List<ExceptionView> found(
      @Nullable UUID fund, String from, String to, @Nullable String kind) {
    return exceptions.find(
        kind == null ? null : Values.choice("kind", kind, ExceptionKind.class),
        fund == null ? null : fund.toString(),
        Values.day("from", from),
        Values.day("to", to));
  }

  @GetMapping("/samples")
  SampleAnswer samples(
      @RequestParam String of,
      @RequestParam(required = false) @Nullable UUID fund,
      @RequestParam(required = false) @Nullable String organisation,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam String size,
      @RequestParam String seed,
      @RequestParam(required = false) @Nullable String position) {
    if (seed.isBlank() || seed.length() > SEED) {
      throw new ApiProblem(ApiCode.PARAMETER_MALFORMED, "seed");
    }
    if (position != null && !position.matches("[0-9]{1,18}")) {
      throw new ApiProblem(ApiCode.PARAMETER_MALFORMED, "position");
    }
    return answer(
        samples.draw(
            Values.choice("of", of, SampleOf.class),
            fund == null ? null : fund.toString(),
            organisation,
            Values.day("from", from),
            Values.day("to", to),
            position == null ? null : Long.valueOf(position),
            Values.integer("size", size, 1, SampleQueries.MOST),
            seed));
  }

  private static ExceptionItem item(ExceptionView found) {
    Map<String, String> facts = new HashMap<>(found.facts());
    String currency = facts.getOrDefault("currency", "CNY");
    ExceptionRows.AMOUNTS.forEach(
        name ->
            facts.computeIfPresent(
                name, (_, minor) -> Money.of(Long.parseLong(minor), currency).toDecimal()));
    return new ExceptionItem(
        found.kind().name(), found.fundId(), found.events(), found.positions(), facts);
  }

  private static SampleAnswer answer(SampleDesk.Drawn drawn) {
    SampleRequest request = drawn.request();
    SampleView sample = drawn.sample();
    String currency = request.currency();
    return new SampleAnswer(
        request.position(),
        sample.population(),
        decimal(sample.total(), currency),
        currency,
        decimal(sample.interval(), currency),
        decimal(sample.start(), currency),
        sample.items().stream()
            .map(
                item ->
                    new SampleItem(
                        item.streamId(),
                        item.fundId(),
                        item.position(),
                        decimal(item.amount(), currency),
                        decimal(item.before(), currency),
                        item.hits()))
            .toList());
  }

  private static String decimal(long minor, String currency) {
    return Money.of(minor, currency).toDecimal();
  }

  /** What the rules found, rule by rule; at most 200 of each. */
  record ExceptionList(List<ExceptionItem> items) {}

  /**
   * Something to look at; no verdict.
   *
   * @param fundId absent if it spans several funds
   * @param events how many events are behind it
   * @param positions of the first 100 of them
   */
  record ExceptionItem(
      String kind,
      @Nullable String fundId,
      long events,
      List<Long> positions,
      Map<String, String> facts) {}

  /**
   * A sample.
   *
   * @param position that it was drawn behind; with it the same request gives the same sample later
   */
  record SampleAnswer(
      long position,
      long population,
      String total,
      String currency,
      String interval,
      String start,
      List<SampleItem> items) {}

  /** A donation or payout that was drawn, with what those before it add up to. */
  record SampleItem(
      String id, String fundId, long position, String amount, String before, long hits) {}
}
