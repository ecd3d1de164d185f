package org.aidledger.projections.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.core.donation.event.DonationCorrected;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.DonationReversed;
import org.aidledger.core.entry.event.EntryReversed;
import org.aidledger.core.entry.event.ExpenseRecorded;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.entry.event.IncomeRecorded;
import org.aidledger.core.entry.event.OpeningBalanceSet;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.payout.event.PayoutCancelled;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutReturned;
import org.aidledger.projections.Figures;
import org.aidledger.projections.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Adds up a book in the plainest way, to check the real thing against. */
public final class NaiveBook {

  private final @Nullable LocalDate until;
  private final Map<String, Figures> funds = new HashMap<>();

  private NaiveBook(@Nullable LocalDate until) {
    this.until = until;
  }

  /**
   * The figures of each fund after these events, of entries effective by the day if one is given.
   */
  public static Map<String, Figures> figures(
      List<RecordedEvent> events, @Nullable LocalDate until) {
    NaiveBook book = new NaiveBook(until);
    events.forEach(event -> book.add(event.payload()));
    return book.funds;
  }

  private void add(Object payload) {
    switch (payload) {
      case OpeningBalanceSet e ->
          add(e.fundId(), e.effectiveOn(), new Figures(e.amount(), 0, 0, 0, 0, 0, 0, 0, 0));
      case DonationReceived e -> received(e.fundId(), e.receivedOn(), e.amount());
      case DonationCorrected e -> {
        received(e.fundId(), e.receivedOnBefore(), -e.amountBefore());
        received(e.fundId(), e.receivedOn(), e.amount());
      }
      case DonationReversed e -> received(e.fundId(), e.effectiveOn(), -e.amount());
      case IncomeRecorded e ->
          add(e.fundId(), e.effectiveOn(), new Figures(0, 0, 0, e.amount(), 0, 0, 0, 0, 0));
      case ExpenseRecorded e ->
          add(e.fundId(), e.effectiveOn(), new Figures(0, 0, 0, 0, e.amount(), 0, 0, 0, 0));
      case EntryReversed e -> reversed(e);
      case FundsTransferred e -> {
        add(e.toFundId(), e.effectiveOn(), new Figures(0, 0, 0, 0, 0, e.amount(), 0, 0, 0));
        add(e.fromFundId(), e.effectiveOn(), new Figures(0, 0, 0, 0, 0, 0, e.amount(), 0, 0));
      }
      case PayoutApproved e when e.entryNumber() != null ->
          reserved(e.fundId(), e.effectiveOn(), e.amount());
      case PayoutCancelled e when e.entryNumber() != null ->
          reserved(e.fundId(), e.effectiveOn(), -e.amount());
      case PayoutPaid e -> spent(e.fundId(), e.paidOn(), e.kind(), e.amount());
      case PayoutReturned e -> spent(e.fundId(), e.returnedOn(), e.kind(), -e.amount());
      default -> {
        // Nothing else moves money.
      }
    }
  }

  private void reversed(EntryReversed e) {
    boolean opening = e.movement() == Movement.OPENING;
    boolean income = e.movement() == Movement.INCOME;
    long amount = -e.amount();
    add(
        e.fundId(),
        e.effectiveOn(),
        new Figures(
            opening ? amount : 0,
            0,
            0,
            income ? amount : 0,
            opening || income ? 0 : amount,
            0,
            0,
            0,
            0));
  }

  private void received(String fund, LocalDate day, long amount) {
    add(fund, day, new Figures(0, amount, 0, 0, 0, 0, 0, 0, 0));
  }

  private void reserved(String fund, LocalDate day, long amount) {
    add(fund, day, new Figures(0, 0, 0, 0, 0, 0, 0, 0, amount));
  }

  private void spent(String fund, LocalDate day, String kind, long amount) {
    boolean aid = kind.equals("AID");
    add(fund, day, new Figures(0, 0, aid ? 0 : amount, 0, 0, 0, 0, aid ? amount : 0, -amount));
  }

  private void add(String fund, LocalDate day, Figures change) {
    if (until == null || !day.isAfter(until)) {
      funds.merge(fund, change, NaiveBook::plus);
    }
  }

  private static Figures plus(Figures one, Figures other) {
    long[] sums = one.toArray();
    long[] added = other.toArray();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += added[i];
    }
    return Figures.of(sums);
  }
}
