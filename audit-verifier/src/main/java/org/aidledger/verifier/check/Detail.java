package org.aidledger.verifier.check;

import java.util.List;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.event.Payload;

/**
 * An entry in a fund, as the event on its own stream tells it.
 *
 * @param number its entry number, the first of two for a correction
 * @param numbers how many entry numbers it takes
 * @param amount signed where entries are taken back
 */
record Detail(String fundId, Movement movement, String id, long number, int numbers, long amount) {

  /** The entries that an event makes; none for most types. */
  static List<Detail> of(Event event) {
    Payload it = event.payload();
    return switch (event.type()) {
      case "DonationReceived" ->
          one(it, Movement.DONATION, Field.DONATION_ID, it.number(Field.AMOUNT));
      case "DonationCorrected" ->
          List.of(
              new Detail(
                  it.text(Field.FUND_ID),
                  Movement.DONATION_CORRECTION,
                  it.text(Field.DONATION_ID),
                  it.number(Field.ENTRY_NUMBER),
                  2,
                  Math.subtractExact(it.number(Field.AMOUNT), it.number(Field.AMOUNT_BEFORE))));
      case "DonationReversed" ->
          one(it, Movement.DONATION_REVERSAL, Field.DONATION_ID, negative(it));
      case "OpeningBalanceSet" ->
          one(it, Movement.OPENING, Field.ENTRY_ID, it.number(Field.AMOUNT));
      case "IncomeRecorded" -> one(it, Movement.INCOME, Field.ENTRY_ID, it.number(Field.AMOUNT));
      case "ExpenseRecorded" -> one(it, Movement.EXPENSE, Field.ENTRY_ID, it.number(Field.AMOUNT));
      case "EntryReversed" ->
          one(it, Movement.named(it.text(Field.MOVEMENT)), Field.ENTRY_ID, negative(it));
      case "FundsTransferred" ->
          List.of(
              transfer(it, Field.FROM_FUND_ID, Movement.TRANSFER_OUT, Field.FROM_ENTRY_NUMBER),
              transfer(it, Field.TO_FUND_ID, Movement.TRANSFER_IN, Field.TO_ENTRY_NUMBER));
      case "PayoutApproved" -> ofPayout(it, Movement.RESERVATION);
      case "PayoutPaid" -> ofPayout(it, Movement.PAYMENT);
      case "PayoutReturned" -> ofPayout(it, Movement.RETURN);
      case "PayoutCancelled" -> ofPayout(it, Movement.RELEASE);
      default -> List.of();
    };
  }

  private static long negative(Payload it) {
    return Math.negateExact(it.number(Field.AMOUNT));
  }

  private static List<Detail> ofPayout(Payload it, Movement movement) {
    return it.has(Field.ENTRY_NUMBER)
        ? one(it, movement, Field.PAYOUT_ID, it.number(Field.AMOUNT))
        : List.of();
  }

  private static Detail transfer(Payload it, Field fund, Movement movement, Field number) {
    return new Detail(
        it.text(fund),
        movement,
        it.text(Field.TRANSFER_ID),
        it.number(number),
        1,
        it.number(Field.AMOUNT));
  }

  private static List<Detail> one(Payload it, Movement movement, Field id, long amount) {
    return List.of(
        new Detail(
            it.text(Field.FUND_ID),
            movement,
            it.text(id),
            it.number(Field.ENTRY_NUMBER),
            1,
            amount));
  }
}
