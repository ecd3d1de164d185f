package org.aidledger.core.donation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.command.CorrectDonation;
import org.aidledger.core.donation.command.ReverseDonation;
import org.aidledger.core.donation.event.DonationCorrected;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.DonationRefundReleased;
import org.aidledger.core.donation.event.DonationRefundReserved;
import org.aidledger.core.donation.event.DonationReversed;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.Streams;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One donation from its arrival on: what it is now, who recorded it, and what was refunded. */
public class Donation {

  @AggregateIdentifier private String donationId;
  private String fundId;
  private String currency;
  private Correction content;
  private final Set<String> recorders = new HashSet<>();
  private @Nullable String lastCorrectedBy;
  private @Nullable String reversedBy;
  private final Map<String, Long> refunds = new HashMap<>();

  /** For the repository, which replays the history into it. */
  @NullUnmarked
  protected Donation() {}

  /** Whether the same person asked for this correction before and was answered. */
  boolean isAlready(CorrectDonation order) {
    return order.actor().toString().equals(lastCorrectedBy) && content.with(order).equals(content);
  }

  void requireCorrectable(CorrectDonation order) {
    requireStanding();
    CorrectDonation.Seen seen = order.seen();
    if (seen != null
        && (seen.amount() != content.amount() || !seen.receivedOn().equals(content.receivedOn()))) {
      throw new Refused(
          RuleCode.DONATION_CHANGED,
          Map.of("seen", decimal(seen.amount()), "now", decimal(content.amount())));
    }
    Correction corrected = content.with(order);
    if (corrected.equals(content)) {
      throw new Refused(RuleCode.NOTHING_CHANGED);
    }
    if (corrected.amount() < refunded()) {
      throw new Refused(RuleCode.DONATION_REFUNDED, Map.of("refunded", decimal(refunded())));
    }
    requireOther(order.actor());
  }

  void requireReversible(AccountId actor) {
    requireStanding();
    if (refunded() > 0) {
      throw new Refused(RuleCode.DONATION_REFUNDED, Map.of("refunded", decimal(refunded())));
    }
    requireOther(actor);
  }

  /** What the order adds to the donation's amount, in minor units. */
  long changeBy(CorrectDonation order) {
    return Math.subtractExact(content.with(order).amount(), content.amount());
  }

  /**
   * The earlier of the two days that a correction touches: it takes out on one and puts in on the
   * other.
   */
  LocalDate earliestDay(CorrectDonation order) {
    LocalDate corrected = content.with(order).receivedOn();
    return corrected.isBefore(content.receivedOn()) ? corrected : content.receivedOn();
  }

  void correct(CorrectDonation order, long entryNumber) {
    Correction corrected = content.with(order);
    apply(
        new DonationCorrected(
            donationId,
            fundId,
            entryNumber,
            content.amount(),
            content.receivedOn(),
            corrected.amount(),
            corrected.receivedOn(),
            corrected.donor(),
            order.reason()));
  }

  void reverse(ReverseDonation command, long entryNumber) {
    apply(
        new DonationReversed(
            donationId,
            fundId,
            entryNumber,
            content.amount(),
            command.effectiveOn(),
            command.reason()));
  }

  /**
   * Sets a part aside for a refund, so that it cannot be refunded twice.
   *
   * @throws Refused if the donation is of another fund, was reversed, or has less left
   */
  public void reserveRefund(String fund, String payoutId, long refund) {
    if (!fund.equals(fundId)) {
      throw new Refused(RuleCode.REFUND_WITHOUT_DONATION);
    }
    requireStanding();
    long left = content.amount() - refunded();
    if (refund > left) {
      throw new Refused(
          RuleCode.REFUND_EXCEEDS_DONATION,
          Map.of("left", decimal(left), "needed", decimal(refund)));
    }
    apply(new DonationRefundReserved(donationId, payoutId, refund));
  }

  /** Gives up a refund that was set aside. */
  public void releaseRefund(String payoutId) {
    Long refund = refunds.get(payoutId);
    if (refund != null) {
      apply(new DonationRefundReleased(donationId, payoutId, refund));
    }
  }

  boolean isReversedBy(AccountId actor) {
    return actor.toString().equals(reversedBy);
  }

  String fundId() {
    return fundId;
  }

  long amount() {
    return content.amount();
  }

  private long refunded() {
    return refunds.values().stream().mapToLong(Long::longValue).sum();
  }

  private void requireStanding() {
    if (reversedBy != null) {
      throw new Refused(RuleCode.DONATION_REVERSED);
    }
  }

  private void requireOther(AccountId actor) {
    if (recorders.contains(actor.toString())) {
      throw new Refused(RuleCode.SELF_CORRECTION);
    }
  }

  private String decimal(long minor) {
    return Money.of(minor, currency).toDecimal();
  }

  @EventSourcingHandler
  void on(DonationReceived event, @MetaDataValue(Streams.ACTOR) String actor) {
    donationId = event.donationId();
    fundId = event.fundId();
    currency = event.currency();
    content = new Correction(event.amount(), event.receivedOn(), event.donor());
    recorders.add(actor);
  }

  @EventSourcingHandler
  void on(DonationCorrected event, @MetaDataValue(Streams.ACTOR) String actor) {
    content = new Correction(event.amount(), event.receivedOn(), event.donor());
    lastCorrectedBy = actor;
    recorders.add(actor);
  }

  @EventSourcingHandler
  void on(DonationReversed event, @MetaDataValue(Streams.ACTOR) String actor) {
    reversedBy = actor;
  }

  @EventSourcingHandler
  void on(DonationRefundReserved event) {
    refunds.put(event.payoutId(), event.amount());
  }

  @EventSourcingHandler
  void on(DonationRefundReleased event) {
    refunds.remove(event.payoutId());
  }
}
