package org.aidledger.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aidledger.core.donation.event.DonationCorrected;
import org.aidledger.core.donation.event.DonationEvent;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.DonationRefundReleased;
import org.aidledger.core.donation.event.DonationRefundReserved;
import org.aidledger.core.donation.event.DonationReversed;
import org.aidledger.core.fixture.Stored;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.payout.event.PayoutReturned;

/**
 * Watches that a donation counts once, is mended by others, and is never refunded beyond itself.
 */
final class DonationBook {

  /** One donation as the book knows it. */
  private static final class Watched {
    private long amount;
    private final Set<String> recorders = new HashSet<>();
    private final Map<String, Long> refunds = new HashMap<>();
    private long givenBack;
    private boolean reversed;
  }

  private final Map<String, Watched> donations = new HashMap<>();
  private final Map<String, String> donationOfPayout = new HashMap<>();

  void add(Stored stored) {
    switch (stored.event()) {
      case DonationEvent event -> add(event, stored.actor());
      case PayoutRequested e when e.donationId() != null -> {
        donationOfPayout.put(e.payoutId(), e.donationId());
        assertThat(watched(e.donationId()).refunds).containsEntry(e.payoutId(), e.amount());
      }
      case PayoutPaid e -> giveBack(e.payoutId(), e.amount());
      case PayoutReturned e -> giveBack(e.payoutId(), -e.amount());
      default -> {}
    }
  }

  private void add(DonationEvent event, String actor) {
    if (event instanceof DonationReceived) {
      assertThat(donations.put(event.donationId(), new Watched())).isNull();
    }
    Watched donation = watched(event.donationId());
    assertThat(donation.reversed && !(event instanceof DonationRefundReleased)).isFalse();
    switch (event) {
      case DonationReceived e -> {
        donation.amount = e.amount();
        donation.recorders.add(actor);
      }
      case DonationCorrected e -> {
        assertThat(e.amountBefore()).isEqualTo(donation.amount);
        donation.amount = e.amount();
        assertThat(donation.recorders.add(actor)).as("mended by somebody else").isTrue();
      }
      case DonationReversed e -> {
        assertThat(e.amount()).isEqualTo(donation.amount);
        assertThat(donation.recorders).doesNotContain(actor);
        assertThat(donation.refunds).isEmpty();
        donation.reversed = true;
      }
      case DonationRefundReserved e ->
          assertThat(donation.refunds.put(e.payoutId(), e.amount())).isNull();
      case DonationRefundReleased e ->
          assertThat(donation.refunds.remove(e.payoutId())).isEqualTo(e.amount());
    }
    requireWithinDonation(donation);
  }

  private void giveBack(String payoutId, long amount) {
    String donationId = donationOfPayout.get(payoutId);
    if (donationId != null) {
      Watched donation = watched(donationId);
      donation.givenBack += amount;
      requireWithinDonation(donation);
    }
  }

  private static void requireWithinDonation(Watched donation) {
    long promised = donation.refunds.values().stream().mapToLong(Long::longValue).sum();
    assertThat(promised).isLessThanOrEqualTo(donation.amount);
    assertThat(donation.givenBack).isBetween(0L, promised);
  }

  private Watched watched(String donationId) {
    Watched found = donations.get(donationId);
    if (found == null) {
      throw new AssertionError("no donation " + donationId);
    }
    return found;
  }
}
