package org.aidledger.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.payout.PayoutDesk;
import org.aidledger.api.payout.PayoutDraft;
import org.aidledger.api.person.PayeeDraft;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.payout.PayoutKind;
import org.aidledger.core.payout.command.ApprovePayout;
import org.aidledger.core.payout.command.PayPayout;
import org.aidledger.core.payout.event.PayoutRequested;

/**
 * Payouts of one fund: asked for, approved and paid by three people, each step an order that waits
 * for the one before. Counted in orders.
 */
final class Payouts implements Scenario {

  private static final int IN_FLIGHT = 64;
  private static final int STEPS = 3;
  private static final int DONATIONS = 10_000;
  private static final int WARM_UP = 1_000;
  private static final int PAYOUTS = 20_000;
  private static final int RAW_COMMITS = 4_000;
  private static final AccountId APPROVER = new AccountId(new UUID(0, 2));
  private static final AccountId CASHIER = new AccountId(new UUID(0, 3));
  private static final LocalDate DAY = LocalDate.of(2026, 3, 6);

  /** Small enough for the donations to pay for all of them. */
  private static final Money AMOUNT = new Money(1_00, Donations.CURRENCY);

  @Override
  public String name() {
    return "payouts";
  }

  @Override
  public Result run(Run run) throws Exception {
    try (BenchLedger ledger = run.startLedger(name());
        MemoryPeaks memory = new MemoryPeaks()) {
      FundId fund = ledger.openFund("AID");
      History.record(ledger, fund, 0, DONATIONS);
      Histogram times = new ConcurrentHistogram(3);
      InFlight.Order payout = n -> payout(ledger, fund, n, times);
      int warm =
          WarmUp.run(run, 0, WARM_UP, (from, to) -> InFlight.send(IN_FLIGHT, from, to, payout));
      ledger.catchUp();
      double rawBefore = raw(ledger, run);
      times.reset();
      int end = warm + run.size(PAYOUTS);
      long head = ledger.head();
      InFlight.Outcome outcome = InFlight.send(IN_FLIGHT, warm, end, payout);
      long events = ledger.head() - head;
      double catchUp = ledger.catchUp();
      double raw = (rawBefore + raw(ledger, run)) / 2;
      checkPaid(ledger, fund, end);
      TieOut.check(
          ledger, Map.of(fund, new TieOut.Received(DONATIONS, Donations.fen(0, DONATIONS))));
      int orders = STEPS * outcome.orders();
      Figure figure =
          new Figure(orders / outcome.seconds(), "orders/s", raw, Floor.ratioAtLeast(0.5));
      return Result.of(name(), figure, events)
          .with(Latency.of(times))
          .with(memory.peaks())
          .withSetting("inFlight", IN_FLIGHT)
          .withSetting("orders", orders)
          .withExtra("catchUpSeconds", catchUp)
          .withExtra("javaCpuMicros", outcome.cpuMicros(orders));
    }
  }

  /** Three orders, and how long each took. */
  static void payout(BenchLedger ledger, FundId fund, int number, Histogram times) {
    PayoutDesk desk = ledger.bean(PayoutDesk.class);
    Ledger orders = ledger.bean(Ledger.class);
    PayoutDraft draft = draft(number);
    long sent = System.nanoTime();
    var asked = desk.request(fund, draft, BenchLedger.CLERK);
    PayoutId id = PayoutId.of(((PayoutRequested) asked.result().event()).payoutId());
    sent = answered(sent, times);
    orders.execute(new ApprovePayout(id, APPROVER, DAY), APPROVER);
    sent = answered(sent, times);
    orders.execute(new PayPayout(id, CASHIER, DAY, "P-" + number), CASHIER);
    answered(sent, times);
  }

  private static long answered(long sent, Histogram times) {
    long now = System.nanoTime();
    times.recordValue(now - sent);
    return now;
  }

  private static PayoutDraft draft(int number) {
    PayeeDraft payee =
        new PayeeDraft(
            Donations.name(number),
            null,
            "6222%015d".formatted(number),
            "城市银行",
            "第%04d单位".formatted(number % Donations.UNITS),
            "P" + Donations.staffNumber(number));
    return new PayoutDraft("Y-%08d".formatted(number), PayoutKind.AID, null, payee, AMOUNT, "困难补助");
  }

  private static double raw(BenchLedger ledger, Run run) throws SQLException {
    try (RawPostgres raw = new RawPostgres(ledger.connect(), run.work())) {
      return raw.singleCommits("PayoutRequested", run.size(RAW_COMMITS));
    }
  }

  /** That every payout of the book was paid, and from this fund. */
  static void checkPaid(BenchLedger ledger, FundId fund, int payouts)
      throws SQLException, TieOutException {
    long fen = payouts * AMOUNT.minor();
    try (Connection connection = ledger.connect()) {
      TieOut.require(
          "payouts paid",
          payouts + ", " + fen,
          Sql.rows(
                  connection,
                  "select count(*), coalesce(sum(amount), 0) from live.payout where state = 'PAID'"
                      + " and fund_id = '"
                      + fund
                      + "'")
              .getFirst());
      TieOut.require(
          "paid and reserved of the fund",
          fen + ", 0",
          Sql.rows(
                  connection, "select paid, reserved from live.fund where fund_id = '" + fund + "'")
              .getFirst());
      TieOut.require(
          "events of payouts",
          STEPS * (long) payouts,
          Sql.number(connection, "select count(*) from ledger.event where stream_type = 'Payout'"));
    }
  }
}
