package org.aidledger.api.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.ExportList;
import org.aidledger.api.json.Values;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.money.Money;
import org.aidledger.projections.exception.ExceptionKind;
import org.aidledger.projections.exception.ExceptionView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What auditors look at first. */
@RestController
@RequestMapping("/api/v1/audit")
@RequiresRole(Role.AUDITOR)
class ExceptionController {

  private final ExceptionDesk exceptions;
  private final ExceptionRows words;

  ExceptionController(ExceptionDesk exceptions, ExceptionRows words) {
    this.exceptions = exceptions;
    this.words = words;
  }

  @GetMapping("/exceptions")
  ExceptionList exceptions(
      @RequestParam(required = false) @Nullable UUID fund,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(required = false) @Nullable String kind) {
    return new ExceptionList(
        found(fund, from, to, kind).stream().map(ExceptionController::item).toList());
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
}
