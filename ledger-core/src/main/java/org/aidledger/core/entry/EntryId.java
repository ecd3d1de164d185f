package org.aidledger.core.entry;

import java.util.UUID;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.identity.NameBasedId;
import org.aidledger.core.identity.SourceReference;

/** Identity of an entry that is neither a donation nor a payout. */
public record EntryId(UUID value) {

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is not a UUID
   */
  public static EntryId of(String text) {
    return new EntryId(UUID.fromString(text));
  }

  /**
   * Shares its names with donations, so that one bank serial cannot be a gift and an interest
   * payment at once.
   */
  public static EntryId of(String organisation, String source, String reference) {
    return new EntryId(NameBasedId.of(SourceReference.KIND, organisation, source, reference));
  }

  /** The one opening balance that a fund can have. */
  public static EntryId openingOf(FundId fund) {
    return openingOf(fund, 0);
  }

  /**
   * The opening balance that stands after others were taken back.
   *
   * @param takenBack how many
   */
  static EntryId openingOf(FundId fund, int takenBack) {
    return new EntryId(
        takenBack == 0
            ? NameBasedId.of("Opening", fund.toString())
            : NameBasedId.of("Opening", fund.toString(), Integer.toString(takenBack)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
