package org.aidledger.core.payout;

import java.util.stream.Stream;
import org.aidledger.core.donation.Donation;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** The donations that payouts give back. */
final class Refunds {

  private final Repository<Donation> donations;

  Refunds(Repository<Donation> donations) {
    this.donations = donations;
  }

  /**
   * Loads the donations of an order before their fund, and several of them in one order: the order
   * in which a correction loads its donation and its fund, so that no two orders wait for each
   * other.
   *
   * @param donationIds null where a payout is no refund
   */
  void lock(Stream<@Nullable String> donationIds) {
    donationIds.filter(id -> id != null).distinct().sorted().forEach(donations::load);
  }

  /** Sets part of a donation aside. */
  void reserve(String donationId, String fundId, String payoutId, long amount) {
    donations.load(donationId).execute(d -> d.reserveRefund(fundId, payoutId, amount));
  }

  /** Gives up what the payout had set aside, if it is a refund. */
  void release(Aggregate<Payout> payout) {
    String donationId = donationOf(payout);
    if (donationId != null) {
      String payoutId = payout.invoke(p -> p.request().payoutId());
      donations.load(donationId).execute(d -> d.releaseRefund(payoutId));
    }
  }

  static @Nullable String donationOf(Aggregate<Payout> payout) {
    return payout.invoke(p -> p.request().donationId());
  }
}
