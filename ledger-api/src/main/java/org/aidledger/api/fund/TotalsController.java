package org.aidledger.api.fund;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.api.json.Values;
import org.aidledger.api.reading.KnownAt;
import org.aidledger.api.security.AnyRole;
import org.aidledger.projections.fund.BalanceQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The balances of all funds together. */
@RestController
class TotalsController {

  private final BalanceQueries balances;
  private final KnownAt knownAt;

  TotalsController(BalanceQueries balances, KnownAt knownAt) {
    this.balances = balances;
    this.knownAt = knownAt;
  }

  @GetMapping("/api/v1/balances")
  @AnyRole
  Totals totals(
      @RequestParam(required = false) @Nullable String effectiveOn,
      @RequestParam(required = false) @Nullable String recordedBy) {
    LocalDate day = effectiveOn == null ? null : Values.day("effectiveOn", effectiveOn);
    Long position = knownAt.asked("recordedBy", recordedBy);
    return new Totals(
        balances.totals(day, position).stream()
            .map(t -> new Total(t.funds(), BalanceView.of(t.currency(), t.figures(), t.position())))
            .toList());
  }

  /** One total a currency. */
  record Totals(List<Total> items) {}

  /** How many funds there are in one currency, and their figures together. */
  record Total(long funds, BalanceView balance) {}
}
