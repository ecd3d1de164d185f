package org.aidledger.api.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.reading.KnownAt;
import org.aidledger.projections.correction.CorrectionQueries;
import org.aidledger.projections.correction.CorrectionSpan;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.TrailLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes correction reports, for programs and for the page. */
@Component
public final class CorrectionReports {

  private final CorrectionQueries corrections;
  private final FundQueries funds;
  private final KnownAt known;

  CorrectionReports(CorrectionQueries corrections, FundQueries funds, KnownAt known) {
    this.corrections = corrections;
    this.funds = funds;
    this.known = known;
  }

  /**
   * One page of a report.
   *
   * @param knownFrom when the first state was known
   * @param knownTo when the second one was
   * @throws ApiProblem if there is no such fund, a time is not over, or one of the two ranges ends
   *     before it begins
   */
  public CorrectionReport of(
      String fundId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Instant knownFrom,
      Instant knownTo,
      @Nullable Cursor cursor,
      int limit) {
    FundView fund = funds.one(fundId).orElseThrow(() -> ApiProblem.notFound("fund"));
    if (from != null && to != null && to.isBefore(from)) {
      throw new ApiProblem(ApiCode.VALUE_NOT_ALLOWED, "to");
    }
    if (knownTo.isBefore(knownFrom)) {
      throw new ApiProblem(ApiCode.VALUE_NOT_ALLOWED, "knownTo");
    }
    CorrectionReport.Known before =
        new CorrectionReport.Known(knownFrom, known.position("knownFrom", knownFrom));
    CorrectionReport.Known after =
        new CorrectionReport.Known(knownTo, known.position("knownTo", knownTo));
    CorrectionSpan span =
        new CorrectionSpan(fund.fundId(), from, to, before.position(), after.position());
    return new CorrectionReport(
        fund,
        from,
        to,
        before,
        after,
        corrections.totals(span).orElseThrow(() -> ApiProblem.notFound("fund")),
        corrections.page(span, cursor, limit));
  }

  /** Another page of the same report; the first one for a null cursor. */
  Page<TrailLine> page(CorrectionReport report, @Nullable Cursor after, int limit) {
    return corrections.page(
        new CorrectionSpan(
            report.fund().fundId(),
            report.from(),
            report.to(),
            report.before().position(),
            report.after().position()),
        after,
        limit);
  }
}
