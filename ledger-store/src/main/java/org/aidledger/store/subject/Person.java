package org.aidledger.store.subject;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a person when a donation or a payout comes in; every part may be absent.
 *
 * @param staffNumber 工号, means something only together with the unit
 * @param unit the unit that gave the staff number
 */
public record Person(
    @Nullable String name,
    @Nullable String identityNumber,
    @Nullable String phone,
    @Nullable String staffNumber,
    @Nullable String unit,
    @Nullable String bankAccount) {

  /** Says nothing about the person, so that none of it ends up in a log. */
  @Override
  public String toString() {
    return "Person";
  }
}
