package org.aidledger.api.fund;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.reading.KnownAt;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.AnyRole;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.fund.Balance;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.PositionQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Balances of funds, now and in the past. */
@RestController
@RequestMapping("/api/v1/funds")
@AnyRole
class FundQueriesController {

  private final FundQueries funds;
  private final BalanceQueries balances;
  private final PositionQueries positions;
  private final KnownAt knownAt;

  FundQueriesController(
      FundQueries funds, BalanceQueries balances, PositionQueries positions, KnownAt knownAt) {
    this.funds = funds;
    this.balances = balances;
    this.positions = positions;
    this.knownAt = knownAt;
  }

  @GetMapping
  FundList list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit) {
    long position = positions.applied();
    Page<FundView> page = funds.list(ListParameters.cursor(cursor), ListParameters.limit(limit));
    return new FundList(
        page.items().stream().map(fund -> FundAnswer.of(fund, position)).toList(),
        ListParameters.next(page.next()));
  }

  @GetMapping("/{fundId}")
  FundAnswer one(@PathVariable FundId fundId) {
    long position = positions.applied();
    return funds
        .one(fundId.toString())
        .map(fund -> FundAnswer.of(fund, position))
        .orElseThrow(() -> ApiProblem.notFound("fund"));
  }

  @GetMapping("/{fundId}/balance")
  BalanceView balance(
      @PathVariable FundId fundId,
      @RequestParam(required = false) @Nullable String effectiveOn,
      @RequestParam(required = false) @Nullable String recordedBy) {
    LocalDate day = effectiveOn == null ? null : Values.day("effectiveOn", effectiveOn);
    Long position = knownAt.asked("recordedBy", recordedBy);
    Balance balance =
        balances
            .balance(fundId.toString(), day, position)
            .orElseThrow(() -> ApiProblem.notFound("fund"));
    return BalanceView.of(balance.currency(), balance.figures(), balance.position());
  }

  /** A page of funds; next is absent on the last one. */
  record FundList(List<FundAnswer> items, @Nullable String next) {}
}
