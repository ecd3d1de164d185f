package org.aidledger.api.fund;

import java.time.LocalDate;
import java.time.YearMonth;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.Rows;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.json.Values;
import org.aidledger.api.reading.KnownAt;
import org.aidledger.api.security.AnyRole;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.SeriesQueries;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Funds, their balances and their months as files. */
@RestController
@RequestMapping("/api/v1")
@AnyRole
class FundFileController {

  private final FundQueries funds;
  private final BalanceQueries balances;
  private final SeriesQueries series;
  private final FundDirectory directory;
  private final KnownAt knownAt;
  private final BusinessCalendar calendar;

  FundFileController(
      FundQueries funds,
      BalanceQueries balances,
      SeriesQueries series,
      FundDirectory directory,
      KnownAt knownAt,
      BusinessCalendar calendar) {
    this.funds = funds;
    this.balances = balances;
    this.series = series;
    this.directory = directory;
    this.knownAt = knownAt;
    this.calendar = calendar;
  }

  @GetMapping("/funds.{format}")
  ResponseEntity<StreamingResponseBody> funds(Export export) {
    return export.answer(
        FundFiles.funds(Rows.paged(after -> funds.list(after, Page.MAX)), export.texts()));
  }

  /** One line a currency, now or in the past. */
  @GetMapping("/balances.{format}")
  ResponseEntity<StreamingResponseBody> balances(
      @RequestParam(required = false) @Nullable String effectiveOn,
      @RequestParam(required = false) @Nullable String recordedBy,
      Export export) {
    LocalDate day = effectiveOn == null ? null : Values.day("effectiveOn", effectiveOn);
    Long position = knownAt.asked("recordedBy", recordedBy);
    return export.answer(FundFiles.totals(balances.totals(day, position), export.texts()));
  }

  /**
   * The months of all funds in which anything moved, the latest {@value SeriesQueries#MAX_MONTHS}.
   */
  @GetMapping("/months.{format}")
  ResponseEntity<StreamingResponseBody> months(Export export) {
    return export.answer(
        FundFiles.months(
            series.months(first(), last()), export.texts().get("export.allFunds"), export.texts()));
  }

  @GetMapping("/funds/{fundId}/months.{format}")
  ResponseEntity<StreamingResponseBody> monthsOfFund(@PathVariable FundId fundId, Export export) {
    FundOpened fund = directory.opened(fundId);
    return export.answer(
        FundFiles.months(
            series.months(fund.fundId(), first(), last()), fund.code(), export.texts()));
  }

  private YearMonth first() {
    return last().minusMonths(SeriesQueries.MAX_MONTHS - 1L);
  }

  private YearMonth last() {
    return YearMonth.from(calendar.today());
  }
}
