package org.aidledger.api.roster;

import java.time.LocalDate;
import java.util.UUID;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.money.Money;
import org.jspecify.annotations.Nullable;

/** What a good line says. Holds personal data in clear: never logged, never stored. */
public sealed interface RosterRow {

  /**
   * A donation, from a roster or from a bank statement.
   *
   * @param name null only if a unit gives
   * @param reference the bank's serial number or the register's own; null if the file has none
   */
  record Donation(
      @Nullable String name,
      @Nullable String identityNumber,
      @Nullable String staffNumber,
      @Nullable String phone,
      @Nullable String unit,
      Money amount,
      LocalDate day,
      Channel channel,
      @Nullable String reference,
      @Nullable String memo,
      @Nullable String bankAccount)
      implements RosterRow {

    @Override
    public String toString() {
      return "donation";
    }
  }

  /**
   * A payout to ask for.
   *
   * @param relative the employee through whom the payee is helped, such as a student's parent
   */
  record Payout(
      String name,
      @Nullable String identityNumber,
      @Nullable String staffNumber,
      @Nullable String phone,
      @Nullable String unit,
      @Nullable String relative,
      @Nullable String bankAccount,
      @Nullable String bankName,
      Money amount,
      String purpose,
      @Nullable String reference,
      @Nullable String memo)
      implements RosterRow {

    @Override
    public String toString() {
      return "payout";
    }
  }

  /**
   * What the bank did with one payment.
   *
   * @param bankReference the bank's serial number, never null if paid
   * @param reason never null if returned
   * @param amount as the bank states it, to be compared; null if the file does not
   */
  record BankResult(
      UUID payoutId,
      Result result,
      LocalDate day,
      @Nullable String bankReference,
      @Nullable String reason,
      @Nullable Money amount)
      implements RosterRow {

    @Override
    public String toString() {
      return "bank result";
    }
  }

  /** Whether the money left. */
  enum Result {
    PAID,
    RETURNED
  }
}
