package org.aidledger.core.history;

import java.util.List;
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
import org.jspecify.annotations.Nullable;

/**
 * One line of a fund's journal, as an auditor reads it from the details alone.
 *
 * @param movement by the name that the control total should give it
 * @param counted what the line adds to its control total
 */
record JournalLine(
    String fundId,
    long number,
    String detail,
    String movement,
    long counted,
    long onAvailable,
    long onReserved) {

  /** The lines that an event stands for, none if it moves no money. */
  static List<JournalLine> of(Object event) {
    return switch (event) {
      case DonationReceived e ->
          List.of(in(e.fundId(), e.entryNumber(), e.donationId(), "DONATION", e.amount()));
      case DonationCorrected e -> {
        String id = e.donationId();
        long number = e.entryNumber();
        yield List.of(
            in(e.fundId(), number, id, "DONATION_CORRECTION", -e.amountBefore()),
            in(e.fundId(), number + 1, id, "DONATION_CORRECTION", e.amount()));
      }
      case DonationReversed e ->
          List.of(
              in(e.fundId(), e.entryNumber(), e.donationId(), "DONATION_REVERSAL", -e.amount()));
      case OpeningBalanceSet e ->
          List.of(in(e.fundId(), e.entryNumber(), e.entryId(), "OPENING", e.amount()));
      case IncomeRecorded e ->
          List.of(in(e.fundId(), e.entryNumber(), e.entryId(), "INCOME", e.amount()));
      case ExpenseRecorded e ->
          List.of(out(e.fundId(), e.entryNumber(), e.entryId(), "EXPENSE", e.amount()));
      case EntryReversed e ->
          List.of(
              e.movement() == Movement.EXPENSE
                  ? out(e.fundId(), e.entryNumber(), e.entryId(), "EXPENSE", -e.amount())
                  : in(e.fundId(), e.entryNumber(), e.entryId(), e.movement().name(), -e.amount()));
      case FundsTransferred e ->
          List.of(
              out(e.fromFundId(), e.fromEntryNumber(), e.transferId(), "TRANSFER_OUT", e.amount()),
              in(e.toFundId(), e.toEntryNumber(), e.transferId(), "TRANSFER_IN", e.amount()));
      case PayoutApproved e ->
          held(e.fundId(), e.entryNumber(), e.payoutId(), "RESERVATION", e.amount(), -1, 1);
      case PayoutPaid e ->
          held(e.fundId(), e.entryNumber(), e.payoutId(), "PAYMENT", e.amount(), 0, -1);
      case PayoutReturned e ->
          held(e.fundId(), e.entryNumber(), e.payoutId(), "RETURN", e.amount(), 0, 1);
      case PayoutCancelled e ->
          held(e.fundId(), e.entryNumber(), e.payoutId(), "RELEASE", e.amount(), 1, -1);
      default -> List.of();
    };
  }

  private static JournalLine in(
      String fund, long number, String detail, String movement, long amount) {
    return new JournalLine(fund, number, detail, movement, amount, amount, 0);
  }

  private static JournalLine out(
      String fund, long number, String detail, String movement, long amount) {
    return new JournalLine(fund, number, detail, movement, amount, -amount, 0);
  }

  private static List<JournalLine> held(
      String fund,
      @Nullable Long number,
      String detail,
      String movement,
      long amount,
      int onAvailable,
      int onReserved) {
    return number == null
        ? List.of()
        : List.of(
            new JournalLine(
                fund, number, detail, movement, amount, onAvailable * amount, onReserved * amount));
  }
}
