package org.aidledger.projections.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.core.donation.event.DonationRefundReleased;
import org.aidledger.core.donation.event.DonationRefundReserved;
import org.aidledger.core.fund.Movement;
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
import org.jspecify.annotations.Nullable;

/** Plays payouts of aid and refunds, alone and in batches. */
final class PayoutPlay {

  private final Dice dice;
  private final EventLog log;
  private final List<FundState> funds;
  private final List<DonationState> donations;
  private final List<PayoutState> payouts = new ArrayList<>();
  private final List<PayoutState.BatchState> batches = new ArrayList<>();

  PayoutPlay(Dice dice, EventLog log, List<FundState> funds, List<DonationState> donations) {
    this.dice = dice;
    this.log = log;
    this.funds = funds;
    this.donations = donations;
  }

  void play() {
    switch (dice.random.nextInt(12)) {
      case 0, 1 -> requestAid();
      case 2 -> requestRefund();
      case 3 -> requestBatch();
      case 4, 5 -> pick("REQUESTED").filter(p -> p.batch == null).ifPresent(this::decide);
      case 6 -> dice.pick(batches, b -> b.open).ifPresent(this::decide);
      case 7, 8, 9 -> pick("APPROVED", "RETURNED").ifPresent(this::pay);
      case 10 -> pick("PAID").ifPresent(this::takeBack);
      default -> pick("REQUESTED", "APPROVED", "RETURNED").ifPresent(this::cancel);
    }
  }

  private Optional<PayoutState> pick(String... states) {
    return dice.pick(payouts, p -> p.fund.isOpen() && List.of(states).contains(p.state));
  }

  private void requestAid() {
    dice.pick(funds, FundState::isOpen).ifPresent(fund -> request(fund, dice.amount(), null, null));
  }

  private void requestRefund() {
    dice.pick(donations, d -> d.fund.isOpen() && !d.reversed && d.amount > d.refunds)
        .ifPresent(
            donation -> {
              long left = donation.amount - donation.refunds;
              long amount = dice.oneIn(2) ? left : 1 + Math.floorMod(dice.amount(), left);
              request(donation.fund, amount, donation, null);
            });
  }

  private void requestBatch() {
    FundState fund = dice.pick(funds, FundState::isOpen).orElse(null);
    if (fund == null) {
      return;
    }
    PayoutState.BatchState batch = new PayoutState.BatchState(dice.id(), fund);
    int count = dice.upTo(8);
    long total = 0;
    for (int i = 0; i < count; i++) {
      long amount = dice.upTo(2_000);
      total += amount;
      batch.payouts.add(request(fund, amount, null, batch));
    }
    List<String> ids = batch.payouts.stream().map(p -> p.id).toList();
    String actor = dice.actor();
    log.add(
        "PayoutBatch",
        batch.id,
        actor,
        new PayoutBatchRequested(
            batch.id, fund.id, "总工会", "名册 " + batch.id, count, total, ids, actor));
    batches.add(batch);
  }

  private PayoutState request(
      FundState fund,
      long amount,
      @Nullable DonationState donation,
      PayoutState.@Nullable BatchState batch) {
    PayoutState payout = new PayoutState(dice.id(), fund, amount, donation, batch);
    String actor = dice.actor();
    if (donation != null) {
      donation.refunds += amount;
      log.add(
          "Donation",
          donation.id,
          actor,
          new DonationRefundReserved(donation.id, payout.id, amount));
    }
    log.add(
        "Payout",
        payout.id,
        actor,
        new PayoutRequested(
            payout.id,
            fund.id,
            "总工会",
            "P-" + payout.id,
            payout.kind(),
            donation == null ? null : donation.id,
            batch == null ? null : batch.id,
            amount,
            "CNY",
            new Payee(dice.sealed(), "digest", dice.maybe("6789")),
            dice.sealed(),
            actor));
    payouts.add(payout);
    return payout;
  }

  private void decide(PayoutState payout) {
    if (dice.oneIn(6)) {
      reject(payout);
    } else if (payout.approvals == 0 && dice.oneIn(3)) {
      approve(payout, null);
    } else if (payout.fund.allows(Movement.RESERVATION, payout.amount)) {
      approve(payout, payout.post(dice.actor(), Movement.RESERVATION));
    }
  }

  private void decide(PayoutState.BatchState batch) {
    List<PayoutState> standing =
        batch.payouts.stream().filter(p -> p.state.equals("REQUESTED")).toList();
    long total = standing.stream().mapToLong(p -> p.amount).sum();
    String actor = dice.actor();
    if (!batch.fund.isOpen() || standing.isEmpty()) {
      return;
    }
    if (dice.oneIn(5)) {
      standing.forEach(this::reject);
      log.add(
          "PayoutBatch",
          batch.id,
          actor,
          new PayoutBatchRejected(batch.id, batch.fund.id, dice.sealed()));
      batch.open = false;
    } else if (batch.fund.allows(Movement.RESERVATION, total)) {
      log.add(
          "PayoutBatch",
          batch.id,
          actor,
          new PayoutBatchApproved(batch.id, batch.fund.id, actor, 1, true));
      List<String> ids = standing.stream().map(p -> p.id).toList();
      long first = batch.fund.post(actor, Movement.RESERVATION, ids, total);
      for (int i = 0; i < standing.size(); i++) {
        approve(standing.get(i), first + i);
      }
      batch.open = false;
    }
  }

  private void approve(PayoutState payout, @Nullable Long entryNumber) {
    String actor = dice.actor();
    payout.approvals++;
    boolean complete = entryNumber != null;
    payout.log(
        actor,
        new PayoutApproved(
            payout.id,
            payout.fund.id,
            actor,
            payout.approvals,
            complete,
            payout.amount,
            dice.day(),
            entryNumber));
    if (complete) {
      payout.state = "APPROVED";
    }
  }

  private void reject(PayoutState payout) {
    releaseRefund(payout);
    payout.log(dice.actor(), new PayoutRejected(payout.id, payout.fund.id, dice.sealed()));
    payout.state = "REJECTED";
  }

  private void pay(PayoutState payout) {
    String actor = dice.actor();
    long number = payout.post(actor, Movement.PAYMENT);
    payout.log(
        actor,
        new PayoutPaid(
            payout.id,
            payout.fund.id,
            payout.kind(),
            payout.amount,
            dice.day(),
            "网银-" + number,
            actor,
            number));
    payout.state = "PAID";
  }

  private void takeBack(PayoutState payout) {
    String actor = dice.actor();
    long number = payout.post(actor, Movement.RETURN);
    payout.log(
        actor,
        new PayoutReturned(
            payout.id,
            payout.fund.id,
            payout.kind(),
            payout.amount,
            dice.day(),
            dice.sealed(),
            number));
    payout.state = "RETURNED";
  }

  private void cancel(PayoutState payout) {
    String actor = dice.actor();
    Long number =
        payout.state.equals("REQUESTED") ? null : (Long) payout.post(actor, Movement.RELEASE);
    releaseRefund(payout);
    payout.log(
        actor,
        new PayoutCancelled(
            payout.id, payout.fund.id, payout.amount, dice.day(), dice.sealed(), number));
    payout.state = "CANCELLED";
  }

  private void releaseRefund(PayoutState payout) {
    DonationState donation = payout.donation;
    if (donation != null) {
      donation.refunds -= payout.amount;
      log.add(
          "Donation",
          donation.id,
          dice.actor(),
          new DonationRefundReleased(donation.id, payout.id, payout.amount));
    }
  }
}
