package org.aidledger.core.fund;

import java.util.UUID;
import org.aidledger.core.identity.NameBasedId;

/** Identity of a fund: its code within its organisation. */
public record FundId(UUID value) {

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is not a UUID
   */
  public static FundId of(String text) {
    return new FundId(UUID.fromString(text));
  }

  /** The fund with this code, whoever opens it. */
  public static FundId of(String organisation, String code) {
    return new FundId(NameBasedId.of("Fund", organisation, code));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
