package org.aidledger.core.payout;

import java.util.UUID;
import org.aidledger.core.identity.NameBasedId;

/** Identity of a roster of payouts. */
public record PayoutBatchId(UUID value) {

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is not a UUID
   */
  public static PayoutBatchId of(String text) {
    return new PayoutBatchId(UUID.fromString(text));
  }

  /** The same roster reference within an organisation is the same batch. */
  public static PayoutBatchId of(String organisation, String reference) {
    return new PayoutBatchId(NameBasedId.of("PayoutBatch", organisation, reference));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
