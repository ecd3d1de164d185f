package org.aidledger.core.history;

import static org.aidledger.core.fixture.Orders.line;
import static org.aidledger.core.fixture.Orders.record;
import static org.aidledger.core.fixture.Orders.yuan;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.person;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.payout.command.PayoutLine;

/** Orders that follow one another as they do in an office, if nothing comes between. */
final class Stories {

  private final AccountId asker;
  private final AccountId approver;
  private final AccountId second;
  private final AccountId payer;
  private final FundId fund;

  Stories(int first, int people, FundId fund) {
    this.asker = person(first);
    this.approver = person(1 + first % people);
    this.second = person(1 + (first + 1) % people);
    this.payer = person(1 + (first + 2) % people);
    this.fund = fund;
  }

  /** Paid, returned by the bank, paid again. */
  Deque<Step> payout(PayoutLine line) {
    String reference = line.reference();
    return new ArrayDeque<>(
        List.of(
            new Step(asker, request(fund, line, asker)),
            new Step(approver, approve(reference, approver)),
            new Step(second, approve(reference, second)),
            new Step(payer, pay(reference, payer, "bank-0")),
            new Step(payer, takeBack(reference, payer, 1)),
            new Step(payer, pay(reference, payer, "bank-1"))));
  }

  /** Two refunds of one donation, of which one is given up, and a third that is too large. */
  Deque<Step> refunds(String donation, References payouts) {
    String kept = payouts.next();
    String given = payouts.next();
    String late = payouts.next();
    return new ArrayDeque<>(
        List.of(
            new Step(asker, record(fund, line(donation, yuan("20.00"), asker))),
            new Step(asker, request(fund, refund(kept, donation, "5.00"), asker)),
            new Step(asker, request(fund, refund(given, donation, "15.00"), asker)),
            new Step(approver, approve(kept, approver)),
            new Step(payer, pay(kept, payer, "bank-0")),
            new Step(asker, cancel(given, asker)),
            new Step(asker, request(fund, refund(late, donation, "15.01"), asker)),
            new Step(asker, request(fund, refund(late, donation, "15.00"), asker))));
  }
}
