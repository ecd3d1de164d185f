package org.aidledger.api.payout;

import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.PayeeDraft;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.payout.PayoutKind;
import org.jspecify.annotations.Nullable;

/** The body of a request for a payout. */
record PayoutForm(
    String reference,
    @Nullable PayoutKind kind,
    @Nullable String donationId,
    PayeeForm payee,
    String amount,
    @Nullable String currency,
    String purpose) {

  static final int REFERENCE_LENGTH = 128;
  private static final int NAME_LENGTH = 100;
  private static final int ACCOUNT_LENGTH = 64;

  /** Who is to be paid. */
  record PayeeForm(
      String name,
      @Nullable String identityNumber,
      @Nullable String bankAccount,
      @Nullable String bankName,
      @Nullable String unit,
      @Nullable String staffNumber) {}

  /** A roster. */
  record Batch(String reference, List<PayoutForm> payouts) {}

  static PayoutDraft read(Shape body, Currency fundCurrency) {
    UUID donation = body.optionalId("donationId");
    Shape payee = body.object("payee");
    return new PayoutDraft(
        body.text("reference", REFERENCE_LENGTH),
        Objects.requireNonNullElse(body.optionalChoice("kind", PayoutKind.class), PayoutKind.AID),
        donation == null ? null : new DonationId(donation),
        new PayeeDraft(
            payee.text("name", NAME_LENGTH),
            payee.optionalText("identityNumber", NAME_LENGTH),
            payee.optionalText("bankAccount", ACCOUNT_LENGTH),
            payee.optionalText("bankName", NAME_LENGTH),
            payee.optionalText("unit", NAME_LENGTH),
            payee.optionalText("staffNumber", ACCOUNT_LENGTH)),
        body.amount(
            "amount", Objects.requireNonNullElse(body.optionalCurrency("currency"), fundCurrency)),
        body.text("purpose", Shape.LONG_TEXT));
  }
}
