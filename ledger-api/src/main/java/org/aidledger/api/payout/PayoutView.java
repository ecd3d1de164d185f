package org.aidledger.api.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aidledger.api.person.People;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.payout.ApprovalView;
import org.jspecify.annotations.Nullable;

/**
 * A payout as clients see it.
 *
 * @param state REQUESTED, APPROVED, REJECTED, PAID, RETURNED or CANCELLED
 */
record PayoutView(
    String payoutId,
    String fundId,
    String reference,
    String kind,
    @Nullable String donationId,
    @Nullable String batchId,
    String state,
    String amount,
    String currency,
    PayeeView payee,
    @Nullable String purpose,
    String requestedBy,
    Instant requestedAt,
    List<ApprovalView> approvals,
    @Nullable String paidBy,
    @Nullable LocalDate paidOn,
    @Nullable String bankReference,
    @Nullable LocalDate returnedOn,
    @Nullable String reason,
    long position) {

  /**
   * Who is paid.
   *
   * @param bankAccount with all but its last four digits hidden
   * @param erased whether the person's key was destroyed, so that nothing can be shown any more
   */
  record PayeeView(
      @Nullable String name,
      @Nullable String identityNumber,
      @Nullable String bankAccount,
      boolean erased) {}

  static PayoutView of(org.aidledger.projections.payout.PayoutView found, People people) {
    return new PayoutView(
        found.payoutId(),
        found.fundId(),
        found.reference(),
        found.kind(),
        found.donationId(),
        found.batchId(),
        found.state(),
        Money.of(found.amount(), found.currency()).toDecimal(),
        found.currency(),
        payee(found, people),
        text(found.purpose(), people),
        found.requestedBy(),
        found.requestedAt(),
        found.approvals(),
        found.paidBy(),
        found.paidOn(),
        found.bankReference(),
        found.returnedOn(),
        text(found.reason(), people),
        found.lastPosition());
  }

  private static PayeeView payee(org.aidledger.projections.payout.PayoutView found, People people) {
    Map<String, String> fields = people.open(People.Kind.PERSON, found.payee()).orElse(Map.of());
    String lastFour = found.accountLastFour();
    return new PayeeView(
        fields.get(People.NAME),
        fields.get(People.IDENTITY_NUMBER),
        lastFour == null ? null : "****" + lastFour,
        fields.isEmpty());
  }

  private static @Nullable String text(@Nullable SealedText sealed, People people) {
    return sealed == null ? null : people.openText(sealed).orElse(null);
  }
}
