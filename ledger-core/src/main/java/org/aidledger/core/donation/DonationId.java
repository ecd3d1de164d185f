package org.aidledger.core.donation;

import java.util.UUID;
import org.aidledger.core.identity.NameBasedId;
import org.aidledger.core.identity.SourceReference;

/** Identity of a donation: the source reference under which its money arrived. */
public record DonationId(UUID value) {

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is not a UUID
   */
  public static DonationId of(String text) {
    return new DonationId(UUID.fromString(text));
  }

  /** The same reference of the same book is the same donation, in whichever fund. */
  public static DonationId of(String organisation, String source, String reference) {
    return new DonationId(NameBasedId.of(SourceReference.KIND, organisation, source, reference));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
