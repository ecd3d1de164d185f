package org.aidledger.api.publication;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.OpenToAll;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Funds that are public: totals and counts for everybody, without signing in. */
@RestController
@RequestMapping("/api/v1/public/funds")
@OpenToAll
class PublicFundController {

  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofSeconds(5)).cachePublic();

  private final PublicFunds funds;

  PublicFundController(PublicFunds funds) {
    this.funds = funds;
  }

  @GetMapping
  ResponseEntity<PublicList> list(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit) {
    Page<FundView> page = funds.list(ListParameters.cursor(cursor), ListParameters.limit(limit));
    return ResponseEntity.ok()
        .cacheControl(BRIEFLY)
        .body(
            new PublicList(
                page.items().stream().map(Named::of).toList(), ListParameters.next(page.next())));
  }

  /** A fund that is not public is not told apart from one that does not exist. */
  @GetMapping("/{fundId}")
  ResponseEntity<PublicAnswer> one(@PathVariable FundId fundId) {
    return funds
        .one(fundId.toString())
        .map(fund -> ResponseEntity.ok().cacheControl(BRIEFLY).body(PublicAnswer.of(fund)))
        .orElseThrow(() -> ApiProblem.notFound("fund"));
  }

  /** A page of public funds; next is absent on the last one. */
  record PublicList(List<Named> items, @Nullable String next) {}

  /** A public fund by name. */
  record Named(String fundId, String organisation, String name, String purpose) {

    static Named of(FundView fund) {
      return new Named(fund.fundId(), fund.organisation(), fund.name(), fund.purpose());
    }
  }

  /**
   * A public fund; all figures are absent while too few people stand behind them.
   *
   * @param until the last day that counts in every figure
   * @param broughtForward opening balance and transfers, in and out together
   * @param helped absent if they are fewer than five
   */
  record PublicAnswer(
      String fundId,
      String organisation,
      String name,
      String purpose,
      String state,
      String currency,
      @Nullable LocalDate until,
      @Nullable String broughtForward,
      @Nullable String received,
      @Nullable String otherIncome,
      @Nullable String spending,
      @Nullable String balance,
      @Nullable Long donations,
      @Nullable Long donors,
      @Nullable Long payouts,
      @Nullable Long helped,
      List<PeriodAnswer> periods) {

    static PublicAnswer of(PublicFund shown) {
      FundView fund = shown.fund();
      PublicFund.Figures figures = shown.figures();
      String currency = fund.currency();
      return new PublicAnswer(
          fund.fundId(),
          fund.organisation(),
          fund.name(),
          fund.purpose(),
          fund.state(),
          currency,
          figures == null ? null : figures.until(),
          figures == null ? null : decimal(figures.before(), currency),
          figures == null ? null : decimal(figures.received(), currency),
          figures == null ? null : decimal(figures.otherIncome(), currency),
          figures == null ? null : decimal(figures.spending(), currency),
          figures == null ? null : decimal(figures.balance(), currency),
          figures == null ? null : enough(figures.counts().donations()),
          figures == null ? null : enough(figures.counts().donors()),
          figures == null ? null : enough(figures.counts().payouts()),
          figures == null ? null : enough(figures.counts().helped()),
          figures == null
              ? List.of()
              : figures.periods().stream().map(one -> PeriodAnswer.of(one, currency)).toList());
    }

    private static @Nullable Long enough(long count) {
      return count == 0 || count >= PublicFunds.ENOUGH ? Long.valueOf(count) : null;
    }
  }

  /** Months that are told as one, so that no figure points at one person. */
  record PeriodAnswer(String firstMonth, String lastMonth, String income, String spending) {

    static PeriodAnswer of(PublicFund.Period period, String currency) {
      return new PeriodAnswer(
          period.first().toString(),
          period.last().toString(),
          decimal(period.income(), currency),
          decimal(period.spending(), currency));
    }
  }

  private static String decimal(long minor, String currency) {
    return Money.of(minor, currency).toDecimal();
  }
}
