package org.aidledger.core.payout;

import java.util.UUID;
import org.aidledger.core.identity.NameBasedId;

/** Identity of a payout: its request's reference. */
public record PayoutId(UUID value) {

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is not a UUID
   */
  public static PayoutId of(String text) {
    return new PayoutId(UUID.fromString(text));
  }

  /** The same request reference within an organisation is the same payout. */
  public static PayoutId of(String organisation, String reference) {
    return new PayoutId(NameBasedId.of("Payout", organisation, reference));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
