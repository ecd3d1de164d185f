package org.aidledger.api.web.donation;

import org.aidledger.api.web.text.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A donation in words.
 *
 * @param donor who gave, as the reader may know it
 * @param capitals the amount in Chinese capitals, empty if it is not in 元
 * @param status RECORDED, CORRECTED or REVERSED
 * @param recordedAt to the second, in the business time zone
 * @param refunded what refunds took or will take, absent if there are none
 */
public record DonationRow(
    String donationId,
    String fundId,
    long entryNumber,
    String donor,
    Amount amount,
    String money,
    String unit,
    String capitals,
    String receivedOn,
    String channel,
    String reference,
    String status,
    String recordedAt,
    String recordedBy,
    @Nullable String refunded,
    @Nullable String documentHash) {

  public boolean reversed() {
    return status.equals("REVERSED");
  }
}
