package org.aidledger.core.contract;

import static org.aidledger.core.contract.Samples.*;

import java.util.List;
import org.aidledger.core.donation.event.DonationCorrected;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.DonationRefundReleased;
import org.aidledger.core.donation.event.DonationRefundReserved;
import org.aidledger.core.donation.event.DonationReversed;
import org.aidledger.core.donation.event.Donor;

/** Events of donations. */
final class DonationSamples {

  static final String DONATION = "4d5e6f70-8192-83a4-b5c6-d7e8f90a1b2c";

  private static final Donor DONOR = new Donor("NAMED", "第二分厂", sealed(), "kd1.8d3e4f51a7c9");

  private DonationSamples() {}

  static List<Object> all() {
    return List.of(
        new DonationReceived(
            DONATION,
            FUND,
            "某市总工会",
            "ICBC-6222",
            "20260506-0041",
            125_050,
            "CNY",
            DAY,
            "BANK_TRANSFER",
            DONOR,
            DIGEST,
            17),
        new DonationCorrected(
            DONATION, FUND, 20, 125_050, DAY, 120_050, DAY.minusDays(1), DONOR, sealed()),
        new DonationReversed(DONATION, FUND, 22, 120_050, DAY, sealed()),
        new DonationRefundReserved(DONATION, PayoutSamples.PAYOUT, 20_000),
        new DonationRefundReleased(DONATION, PayoutSamples.PAYOUT, 20_000));
  }
}
