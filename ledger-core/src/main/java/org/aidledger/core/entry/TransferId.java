package org.aidledger.core.entry;

import java.util.UUID;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.identity.NameBasedId;

/** Identity of a transfer between two funds. */
public record TransferId(UUID value) {

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is not a UUID
   */
  public static TransferId of(String text) {
    return new TransferId(UUID.fromString(text));
  }

  /** The same reference within an organisation is the same transfer. */
  public static TransferId of(String organisation, String reference) {
    return new TransferId(NameBasedId.of("Transfer", organisation, reference));
  }

  /**
   * The one transfer that empties a fund on its closing; no reference of a transfer is the same.
   */
  public static TransferId closing(FundId fund) {
    return new TransferId(NameBasedId.of("Closing", fund.toString()));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
