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
  private long amount;
  private LocalDate receivedOn;
  private final Set<String> recorders = new HashSet<>();
  private @Nullable String lastCorrectedBy;
  private @Nullable String reversedBy;
  private final Map<String, Long> refunds = new HashMap<>();

  /** For the repository, which replays the history into it. */
  @NullUnmarked
  protected Donation() {}

  /** Whether the same person asked for this correction before and was answered. */
  boolean isAlready(CorrectDonation command) {
    return command.actor().toString().equals(lastCorrectedBy)
        && command.sameDonor()
        && amount == command.amount().minor()
        && receivedOn.equals(command.receivedOn());
  }

  void requireCorrectable(CorrectDonation command) {
    requireStanding();
    if (command.sameDonor()
        && amount == command.amount().minor()
        && receivedOn.equals(command.receivedOn())) {
      throw new Refused(RuleCode.NOTHING_CHANGED);
    }
    if (command.amount().minor() < refunded()) {
      throw new Refused(RuleCode.DONATION_REFUNDED, Map.of("refunded", decimal(refunded())));
    }
    requireOther(command.actor());
  }

  void requireReversible(AccountId actor) {
    requireStanding();
    if (refunded() > 0) {
      throw new Refused(RuleCode.DONATION_REFUNDED, Map.of("refunded", decimal(refunded())));
    }
    requireOther(actor);
  }

  long changeBy(long newAmount) {
    return newAmount - amount;
  }

  void correct(CorrectDonation command, long entryNumber) {
    apply(
        new DonationCorrected(
            donationId,
            fundId,
            entryNumber,
            amount,
            receivedOn,
            command.amount().minor(),
            command.receivedOn(),
            command.donor(),
            command.reason()));
  }

  void reverse(ReverseDonation command, long entryNumber) {
    apply(
        new DonationReversed(
            donationId, fundId, entryNumber, amount, command.effectiveOn(), command.reason()));
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
    long left = amount - refunded();
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
    return amount;
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
    amount = event.amount();
    receivedOn = event.receivedOn();
    recorders.add(actor);
  }

  @EventSourcingHandler
  void on(DonationCorrected event, @MetaDataValue(Streams.ACTOR) String actor) {
    amount = event.amount();
    receivedOn = event.receivedOn();
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
