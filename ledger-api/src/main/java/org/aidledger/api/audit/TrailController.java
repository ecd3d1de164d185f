package org.aidledger.api.audit;

import java.util.List;
import java.util.Locale;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.TrailFilter;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The audit trail, of one fund or of all, in pages or as a file. */
@RestController
@RequestMapping("/api/v1")
class TrailController {

  private final TrailQueries trail;
  private final FundDirectory funds;
  private final TrailWordsFactory words;

  TrailController(TrailQueries trail, FundDirectory funds, TrailWordsFactory words) {
    this.trail = trail;
    this.funds = funds;
    this.words = words;
  }

  @GetMapping("/funds/{fundId}/trail")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  TrailPage ofFund(
      @PathVariable FundId fundId,
      @ModelAttribute TrailParameters parameters,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    return page(parameters.filter(fund(fundId), funds.currencyOf(fundId)), parameters, languages);
  }

  @GetMapping("/audit/trail")
  @RequiresRole(Role.AUDITOR)
  TrailPage ofAll(
      @ModelAttribute TrailParameters parameters,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    return page(parameters.filter(null, null), parameters, languages);
  }

  @GetMapping(value = "/funds/{fundId}/trail.csv")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  ResponseEntity<StreamingResponseBody> csv(
      @PathVariable FundId fundId,
      @ModelAttribute TrailParameters parameters,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    TrailFilter filter = parameters.filter(fund(fundId), funds.currencyOf(fundId));
    Locale language = parameters.language(ProblemTexts.language(languages));
    String name = "trail-" + funds.opened(fundId).code() + ".csv";
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(out -> new TrailCsv(trail, words, language).write(filter, out));
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
    TrailWords said = words.of(page.items(), language);
    return new TrailPage(
        page.items().stream().map(line -> TrailItem.of(line, said)).toList(),
        ListParameters.next(page.next()));
  }

  /** A page of the trail; next is absent on the last one. */
  record TrailPage(List<TrailItem> items, @Nullable String next) {}
}
