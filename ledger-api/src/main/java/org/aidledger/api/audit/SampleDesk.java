package org.aidledger.api.audit;

import java.time.LocalDate;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.sample.SampleOf;
import org.aidledger.projections.sample.SampleQueries;
import org.aidledger.projections.sample.SampleRequest;
import org.aidledger.projections.sample.SampleView;
import org.aidledger.projections.trail.PositionQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws samples for auditors. */
@Component
public final class SampleDesk {

  /** The longest seed, in characters. */
  public static final int LONGEST_SEED = 100;

  private static final String CURRENCY = "CNY";

  private final SampleQueries samples;
  private final FundQueries funds;
  private final PositionQueries positions;

  SampleDesk(SampleQueries samples, FundQueries funds, PositionQueries positions) {
    this.samples = samples;
    this.funds = funds;
    this.positions = positions;
  }

  /**
   * What was drawn.
   *
   * @param request with the position that it was drawn behind, so that it can be drawn again
   */
  public record Drawn(SampleRequest request, SampleView sample) {}

  /**
   * A seed as somebody gave it.
   *
   * @throws ApiProblem if it is blank or too long
   */
  public static String seed(String given) {
    if (given.isBlank() || given.length() > LONGEST_SEED) {
      throw new ApiProblem(ApiCode.PARAMETER_MALFORMED, "seed");
    }
    return given;
  }

  /**
   * A position of the book as somebody gave it.
   *
   * @throws ApiProblem if it is no whole number
   */
  public static @Nullable Long position(@Nullable String given) {
    if (given == null) {
      return null;
    }
    if (!given.matches("[0-9]{1,18}")) {
      throw new ApiProblem(ApiCode.PARAMETER_MALFORMED, "position");
    }
    return Long.valueOf(given);
  }

  /**
   * Draws a sample.
   *
   * @param position as the book was known behind it; the last that the read models know if null
   * @throws ApiProblem if the request is about no fund and no organisation, or about a position
   *     that the read models do not know yet
   */
  public Drawn draw(
      SampleOf of,
      @Nullable String fundId,
      @Nullable String organisation,
      LocalDate from,
      LocalDate to,
      @Nullable Long position,
      int size,
      String seed) {
    if (to.isBefore(from)) {
      throw new ApiProblem(ApiCode.PARAMETER_MALFORMED, "to");
    }
    if ((fundId == null) == (organisation == null)) {
      throw new ApiProblem(
          fundId == null ? ApiCode.PARAMETER_MISSING : ApiCode.FIELDS_EXCLUSIVE, "fund");
    }
    long applied = positions.applied();
    if (position != null && position > applied) {
      throw new ApiProblem(ApiCode.PARAMETER_MALFORMED, "position");
    }
    String currency =
        fundId == null
            ? CURRENCY
            : funds.one(fundId).orElseThrow(() -> ApiProblem.notFound("fund")).currency();
    SampleRequest request =
        new SampleRequest(
            of,
            fundId,
            organisation,
            currency,
            from,
            to,
            position == null ? applied : position,
            size,
            seed);
    return new Drawn(request, samples.draw(request));
  }
}
