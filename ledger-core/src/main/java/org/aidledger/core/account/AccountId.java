package org.aidledger.core.account;

import java.util.UUID;

/** Identity of an account; random, so that it says nothing about the person. */
public record AccountId(UUID value) {

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is not a UUID
   */
  public static AccountId of(String text) {
    return new AccountId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
