package org.aidledger.api.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.ExportList;
import org.aidledger.api.export.Rows;
import org.aidledger.api.fund.BalanceView;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.reading.KnownAt;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.trail.TrailRow;
import org.aidledger.api.web.trail.TrailRows;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.Figures;
import org.aidledger.projections.correction.CorrectionTotals;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What changed for a period between the knowledge of two times, event by event. */
@RestController
@RequestMapping("/api/v1/audit")
@RequiresRole(Role.AUDITOR)
class CorrectionReportController {

  private final CorrectionReports reports;
  private final KnownAt known;
  private final TrailRows rows;
  private final TrailFile file;

  CorrectionReportController(
      CorrectionReports reports,
      KnownAt known,
      TrailQueries trail,
      TrailRows rows,
      FundDirectory funds) {
    this.reports = reports;
    this.known = known;
    this.rows = rows;
    this.file = new TrailFile(trail, rows, funds);
  }

  @GetMapping("/correction-report")
  ReportAnswer report(
      @RequestParam FundId fundId,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam String knownFrom,
      @RequestParam String knownTo,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String languages) {
    CorrectionReport report =
        report(
            fundId,
            from,
            to,
            knownFrom,
            knownTo,
            ListParameters.cursor(cursor),
            ListParameters.limit(limit));
    return answer(report, ProblemTexts.language(languages));
  }

  /** All changes of the report as a file, in the order of recording. */
  @GetMapping("/correction-report.{format}")
  ResponseEntity<StreamingResponseBody> lines(
      @RequestParam FundId fundId,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam String knownFrom,
      @RequestParam String knownTo,
      Export export) {
    CorrectionReport report = report(fundId, from, to, knownFrom, knownTo, null, 1);
    return export.answer(
        file.lines(
            "corrections-" + report.fund().code(),
            export.texts().get("export.corrections", report.fund().code()),
            after -> reports.page(report, after, Page.MAX),
            export));
  }

  /** The figures before and after as a file. */
  @GetMapping("/correction-report/figures.{format}")
  ResponseEntity<StreamingResponseBody> figures(
      @RequestParam FundId fundId,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam String knownFrom,
      @RequestParam String knownTo,
      Export export) {
    CorrectionReport report = report(fundId, from, to, knownFrom, knownTo, null, 1);
    return export.answer(
        new ExportList<>(
            "correction-figures-" + report.fund().code(),
            export.texts().get("export.correctionFigures", report.fund().code()),
            CorrectionFigures.columns(),
            Rows.of(CorrectionFigures.of(report, export.texts()))));
  }

  private CorrectionReport report(
      FundId fundId,
      @Nullable String from,
      @Nullable String to,
      String knownFrom,
      String knownTo,
      @Nullable Cursor cursor,
      int limit) {
    return reports.of(
        fundId.toString(),
        from == null ? null : Values.day("from", from),
        to == null ? null : Values.day("to", to),
        known.time("knownFrom", knownFrom),
        known.time("knownTo", knownTo),
        cursor,
        limit);
  }

  private ReportAnswer answer(CorrectionReport report, Locale language) {
    CorrectionTotals totals = report.totals();
    List<TrailLine> lines = report.page().items();
    List<TrailRow> said = rows.of(lines, language);
    List<TrailItem> items = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      items.add(TrailItem.of(lines.get(i), said.get(i)));
    }
    return new ReportAnswer(
        report.fund().fundId(),
        report.from(),
        report.to(),
        new Knowledge(
            report.before().at(), figures(report, totals.before(), report.before().position())),
        new Knowledge(
            report.after().at(), figures(report, totals.after(), report.after().position())),
        figures(report, totals.changes(), report.after().position()),
        totals.lines(),
        totals.ties(),
        items,
        ListParameters.next(report.page().next()));
  }

  private static BalanceView figures(CorrectionReport report, Figures figures, long position) {
    return BalanceView.of(report.fund().currency(), figures, position);
  }

  /** What moved within the period, as it was known at a time. */
  record Knowledge(Instant knownAt, BalanceView figures) {}

  /**
   * The report.
   *
   * @param changes the sums of all listed lines, over all pages
   * @param count how many lines there are over all pages
   * @param ties whether before and changes make after
   * @param next absent on the last page
   */
  record ReportAnswer(
      String fundId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Knowledge before,
      Knowledge after,
      BalanceView changes,
      long count,
      boolean ties,
      List<TrailItem> items,
      @Nullable String next) {}
}
