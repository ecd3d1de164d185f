package org.aidledger.core.finding;

import java.util.UUID;

/** Identity of a finding; random, since two findings may be about the same events. */
public record FindingId(UUID value) {

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is not a UUID
   */
  public static FindingId of(String text) {
    return new FindingId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
