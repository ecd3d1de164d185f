package org.aidledger.projections.payout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which payouts are wanted.
 *
 * @param fundId one fund, or all
 * @param batchId one batch, or all
 * @param states any of these states, or all states if empty
 */
public record PayoutFilter(@Nullable String fundId, @Nullable String batchId, List<String> states) {

  public PayoutFilter {
    states = List.copyOf(states);
  }

  /** Payouts of all funds in any of these states, as a desk lists them. */
  public static PayoutFilter in(String... states) {
    return new PayoutFilter(null, null, List.of(states));
  }

  /** All payouts of a fund. */
  public static PayoutFilter ofFund(String fundId) {
    return new PayoutFilter(fundId, null, List.of());
  }

  /** All payouts of a batch. */
  public static PayoutFilter ofBatch(String batchId) {
    return new PayoutFilter(null, batchId, List.of());
  }
}
