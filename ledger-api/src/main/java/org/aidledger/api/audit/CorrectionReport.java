package org.aidledger.api.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.aidledger.projections.correction.CorrectionTotals;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.TrailLine;
import org.jspecify.annotations.Nullable;

/**
 * What changed for a period of a fund between two states of knowledge.
 *
 * @param from the first effective day, absent for the beginning
 * @param to the last effective day, absent for no end
 * @param before when the first state was known, as a time and as the last position that counts
 * @param after when the second one was
 * @param page a part of the changes, the oldest first
 */
public record CorrectionReport(
    FundView fund,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Known before,
    Known after,
    CorrectionTotals totals,
    Page<TrailLine> page) {

  /** A state of knowledge. */
  public record Known(Instant at, long position) {}
}
