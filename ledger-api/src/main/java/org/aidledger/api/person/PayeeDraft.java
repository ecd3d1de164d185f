package org.aidledger.api.person;

import org.jspecify.annotations.Nullable;

/** Who is to be paid, in clear, before it is sealed. Never logged, never stored. */
public record PayeeDraft(
    String name, @Nullable String identityNumber, @Nullable String bankAccount) {

  /** The part of the account that may be shown to everybody. */
  @Nullable String lastFour() {
    String account = bankAccount;
    return account == null ? null : account.substring(Math.max(0, account.length() - 4));
  }

  /** Keeps personal data out of messages and logs. */
  @Override
  public String toString() {
    return "payee";
  }
}
