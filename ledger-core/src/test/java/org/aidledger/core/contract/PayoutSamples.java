package org.aidledger.core.contract;

import static org.aidledger.core.contract.Samples.*;

import java.util.List;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.payout.event.PayoutBatchApproved;
import org.aidledger.core.payout.event.PayoutBatchRejected;
import org.aidledger.core.payout.event.PayoutBatchRequested;
import org.aidledger.core.payout.event.PayoutCancelled;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutRejected;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.payout.event.PayoutReturned;

/** Events of payouts and rosters. */
final class PayoutSamples {

  static final String PAYOUT = "5e6f7081-92a3-84b5-86d7-e8f90a1b2c3d";

  private static final String BATCH = "6f708192-a3b4-85c6-97e8-f90a1b2c3d4e";
  private static final Payee PAYEE = new Payee(sealed(), "kd1.1e5d3b7f9a02", "4321");

  private PayoutSamples() {}

  static List<Object> all() {
    return List.of(
        new PayoutRequested(
            PAYOUT,
            FUND,
            "某市总工会",
            "JQ-2026-017",
            "REFUND",
            DonationSamples.DONATION,
            BATCH,
            300_000,
            "CNY",
            PAYEE,
            sealed(),
            FINANCE),
        new PayoutApproved(PAYOUT, FUND, APPROVER, 2, true, 300_000, DAY, 35L),
        new PayoutRejected(PAYOUT, FUND, sealed()),
        new PayoutPaid(PAYOUT, FUND, "AID", 300_000, DAY, "20260507-0007", CASHIER, 96),
        new PayoutReturned(PAYOUT, FUND, "AID", 300_000, DAY.plusDays(2), sealed(), 97),
        new PayoutCancelled(PAYOUT, FUND, 300_000, DAY.plusDays(3), sealed(), 98L),
        new PayoutBatchRequested(
            BATCH,
            FUND,
            "某市总工会",
            "JQ-2026",
            2,
            600_000,
            List.of(PAYOUT, "708192a3-b4c5-86d7-a8f9-0a1b2c3d4e5f"),
            FINANCE),
        new PayoutBatchApproved(BATCH, FUND, APPROVER, 1, false),
        new PayoutBatchRejected(BATCH, FUND, sealed()));
  }
}
