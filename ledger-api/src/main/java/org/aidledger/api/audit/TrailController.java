package org.aidledger.api.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.api.export.Export;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.trail.TrailRow;
import org.aidledger.api.web.trail.TrailRows;
import org.aidledger.api.web.trail.TrailSearch;
import org.aidledger.api.web.trail.TrailSearchReader;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.TrailFilter;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The audit trail, of one fund or of all, in pages or as a file. */
@RestController
@RequestMapping("/api/v1")
class TrailController {

  private final TrailQueries trail;
  private final FundDirectory funds;
  private final TrailRows rows;
  private final TrailFile file;

  TrailController(TrailQueries trail, FundDirectory funds, TrailRows rows) {
    this.trail = trail;
    this.funds = funds;
    this.rows = rows;
    this.file = new TrailFile(trail, rows, funds);
  }

  @GetMapping("/funds/{fundId}/trail")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  TrailPage ofFund(
      @PathVariable FundId fundId,
      TrailParameters parameters,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    return page(parameters.filter(fund(fundId), funds.currencyOf(fundId)), parameters, languages);
  }

  @GetMapping("/audit/trail")
  @RequiresRole(Role.AUDITOR)
  TrailPage ofAll(
      TrailParameters parameters,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    return page(parameters.filter(null, null), parameters, languages);
  }

  @GetMapping("/funds/{fundId}/trail.{format}")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  ResponseEntity<StreamingResponseBody> fileOfFund(
      @PathVariable FundId fundId, @RequestParam Map<String, String> parameters, Export export) {
    FundOpened fund = funds.opened(fundId);
    TrailSearch search = search(parameters, fund.currency(), export);
    return export.answer(
        file.list("trail-" + fund.code(), fund.code(), search.filter(fund.fundId()), export));
  }

  /** Takes the filters of the page, among them the id of a fund. */
  @GetMapping("/audit/trail.{format}")
  @RequiresRole(Role.AUDITOR)
  ResponseEntity<StreamingResponseBody> fileOfAll(
      @RequestParam Map<String, String> parameters, Export export) {
    TrailSearch search = search(parameters, "CNY", export);
    String all = export.texts().get("export.allFunds");
    return export.answer(file.list("trail", all, search.filter(), export));
  }

  private static TrailSearch search(
      Map<String, String> parameters, String currency, Export export) {
    TrailSearch search = TrailSearchReader.read(parameters, currency, export.zone());
    if (!search.wrong().isEmpty()) {
      throw new ApiProblem(ApiCode.PARAMETER_MALFORMED, search.wrong().getFirst());
    }
    return search;
  }

  private String fund(FundId fundId) {
    return funds.opened(fundId).fundId();
  }

  private TrailPage page(
      TrailFilter filter, TrailParameters parameters, @Nullable String languages) {
    Page<TrailLine> page =
        trail.page(
            filter,
            parameters.newestFirst() ? Order.NEWEST_FIRST : Order.OLDEST_FIRST,
            ListParameters.cursor(parameters.cursor()),
            ListParameters.limit(parameters.limit()));
    Locale language = parameters.language(ProblemTexts.language(languages));
    List<TrailRow> said = rows.of(page.items(), language);
    List<TrailItem> items = new ArrayList<>(said.size());
    for (int i = 0; i < said.size(); i++) {
      items.add(TrailItem.of(page.items().get(i), said.get(i)));
    }
    return new TrailPage(items, ListParameters.next(page.next()));
  }

  /** A page of the trail; next is absent on the last one. */
  record TrailPage(List<TrailItem> items, @Nullable String next) {}
}
