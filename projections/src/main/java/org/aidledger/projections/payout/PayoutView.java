package org.aidledger.projections.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * A payout as it stands now.
 *
 * @param kind AID or REFUND
 * @param donationId the donation that a refund is of
 * @param batchId the batch that it is part of
 * @param state REQUESTED, APPROVED, REJECTED, PAID, RETURNED or CANCELLED
 * @param amount in minor units
 * @param accountLastFour of the payee's bank account, absent when paid in cash
 * @param paidBy who paid it last
 * @param paidOn when it was paid last, as the bank says
 * @param returnedOn when it came back last
 * @param reason of the latest rejection, return or cancellation
 */
public record PayoutView(
    String payoutId,
    String fundId,
    String organisation,
    String reference,
    String kind,
    @Nullable String donationId,
    @Nullable String batchId,
    String state,
    long amount,
    String currency,
    SealedText payee,
    @Nullable String accountLastFour,
    SealedText purpose,
    String requestedBy,
    Instant requestedAt,
    List<ApprovalView> approvals,
    @Nullable String paidBy,
    @Nullable LocalDate paidOn,
    @Nullable String bankReference,
    @Nullable LocalDate returnedOn,
    @Nullable SealedText reason,
    long firstPosition,
    long lastPosition) {}
