package org.aidledger.core.payout;

import java.util.Map;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.refusal.RuleCode;

/** What became of one of several orders that were carried out together. */
public sealed interface OrderOutcome {

  /**
   * The order was carried out, or had been before.
   *
   * @param answer what it is answered when it is given alone
   * @param events how many it wrote; they follow those of the orders before it
   */
  record CarriedOut(Object answer, int events) implements OrderOutcome {}

  /**
   * An earlier one of these orders began the payout that this one asks for.
   *
   * @param order its place among them, from 0
   */
  record Repeats(int order, PayoutRequested event) implements OrderOutcome {}

  /** A rule refused this order alone. */
  record RefusedOrder(RuleCode code, Map<String, String> facts) implements OrderOutcome {}
}
