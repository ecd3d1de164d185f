package org.aidledger.api.payout;

import org.aidledger.api.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of the bank's answer.
 *
 * @param line its number in the file, as people see it
 * @param payoutId absent if it could not be read
 * @param bankSays why the money did not arrive, in the bank's words
 * @param problem why the line was refused
 */
public record SettledLine(
    int line,
    @Nullable String payoutId,
    Outcome outcome,
    @Nullable String bankSays,
    @Nullable Problem problem) {

  /** What can become of a line. */
  public enum Outcome {
    /** The payout is paid now. */
    PAID,
    /** The payout had been paid and came back now. */
    RETURNED,
    /** The money never left; the payout stays approved and can be paid again. */
    FAILED,
    /** The book knew this before. */
    ALREADY,
    /** Nothing was recorded, for a reason. */
    REFUSED
  }

  static SettledLine done(int line, String payoutId, Outcome outcome, @Nullable String bankSays) {
    return new SettledLine(line, payoutId, outcome, bankSays, null);
  }

  static SettledLine refused(int line, @Nullable String payoutId, Problem problem) {
    return new SettledLine(line, payoutId, Outcome.REFUSED, null, problem);
  }
}
