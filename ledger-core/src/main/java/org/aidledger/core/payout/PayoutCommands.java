package org.aidledger.core.payout;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.core.donation.Donation;
import org.aidledger.core.fund.Fund;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.payout.command.ApprovePayout;
import org.aidledger.core.payout.command.CancelPayout;
import org.aidledger.core.payout.command.PayPayout;
import org.aidledger.core.payout.command.RejectPayout;
import org.aidledger.core.payout.command.ReturnPayout;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Carries out the orders that move one payout on. An order that was carried out before changes
 * nothing, so that a retry gets the first outcome.
 */
public final class PayoutCommands {

  private final Repository<Fund> funds;
  private final Refunds refunds;
  private final Repository<Payout> payouts;

  public PayoutCommands(
      Repository<Fund> funds, Repository<Donation> donations, Repository<Payout> payouts) {
    this.funds = funds;
    this.refunds = new Refunds(donations);
    this.payouts = payouts;
  }

  @CommandHandler
  PayoutState handle(ApprovePayout command) {
    Aggregate<Payout> payout = payouts.load(command.payoutId().toString());
    if (payout.invoke(p -> p.isApprovedBy(command.actor()))) {
      return payout.invoke(Payout::state);
    }
    payout.execute(Payout::requireAlone);
    payout.execute(p -> p.requireApprovable(command.actor()));
    Aggregate<Fund> fund = fundOf(payout);
    int required = fund.invoke(f -> f.approvalsFor(amountOf(payout)));
    boolean complete = payout.invoke(p -> p.completesWith(required));
    Long number = null;
    if (complete) {
      number = post(fund, Movement.RESERVATION, payout, command.today());
    } else {
      fund.execute(f -> f.requireOpenFor(Movement.RESERVATION));
    }
    Long entryNumber = number;
    payout.execute(p -> p.approve(command.actor(), complete, command.today(), entryNumber));
    return payout.invoke(Payout::state);
  }

  @CommandHandler
  PayoutState handle(RejectPayout command) {
    Aggregate<Payout> payout = payouts.load(command.payoutId().toString());
    if (payout.invoke(p -> p.isIn(PayoutState.REJECTED))) {
      return payout.invoke(Payout::state);
    }
    payout.execute(Payout::requireAlone);
    payout.execute(p -> p.requireApprovable(command.actor()));
    refunds.release(payout);
    payout.execute(p -> p.reject(command.reason()));
    return payout.invoke(Payout::state);
  }

  @CommandHandler
  PayoutState handle(PayPayout command) {
    Aggregate<Payout> payout = payouts.load(command.payoutId().toString());
    if (payout.invoke(p -> p.isPaidBy(command))) {
      return payout.invoke(Payout::state);
    }
    payout.execute(p -> p.requirePayable(command.actor()));
    long number = post(fundOf(payout), Movement.PAYMENT, payout, command.paidOn());
    payout.execute(p -> p.pay(command, number));
    return payout.invoke(Payout::state);
  }

  @CommandHandler
  PayoutState handle(ReturnPayout command) {
    Aggregate<Payout> payout = payouts.load(command.payoutId().toString());
    if (payout.invoke(p -> p.isReturnedBy(command))) {
      return payout.invoke(Payout::state);
    }
    payout.execute(p -> p.requireReturnable(command.returnedOn()));
    long number = post(fundOf(payout), Movement.RETURN, payout, command.returnedOn());
    payout.execute(p -> p.takeBack(command, number));
    return payout.invoke(Payout::state);
  }

  @CommandHandler
  PayoutState handle(CancelPayout command) {
    Aggregate<Payout> payout = payouts.load(command.payoutId().toString());
    if (payout.invoke(p -> p.isIn(PayoutState.CANCELLED))) {
      return payout.invoke(Payout::state);
    }
    payout.execute(
        p -> p.requireState(PayoutState.REQUESTED, PayoutState.APPROVED, PayoutState.RETURNED));
    boolean reserved = payout.invoke(p -> p.isIn(PayoutState.APPROVED, PayoutState.RETURNED));
    refunds.lock(Stream.of(payout).map(Refunds::donationOf));
    Long number = reserved ? post(fundOf(payout), Movement.RELEASE, payout, command.today()) : null;
    refunds.release(payout);
    payout.execute(p -> p.cancel(command, number));
    return payout.invoke(Payout::state);
  }

  private Aggregate<Fund> fundOf(Aggregate<Payout> payout) {
    return funds.load(payout.invoke(p -> p.request().fundId()));
  }

  private static long amountOf(Aggregate<Payout> payout) {
    return payout.invoke(p -> p.request().amount());
  }

  private static Long post(
      Aggregate<Fund> fund, Movement movement, Aggregate<Payout> payout, LocalDate effectiveOn) {
    String id = payout.invoke(p -> p.request().payoutId());
    List<String> ids = List.of(id);
    long amount = amountOf(payout);
    return fund.invoke(f -> f.post(movement, ids, amount, effectiveOn));
  }
}
