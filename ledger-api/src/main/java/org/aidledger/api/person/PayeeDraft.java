package org.aidledger.api.person;

import org.jspecify.annotations.Nullable;

/**
 * Who is to be paid, in clear, before it is sealed. Never logged, never stored.
 *
 * @param bankName 开户行, where the account is kept
 * @param staffNumber 工号
 */
public record PayeeDraft(
    String name,
    @Nullable String identityNumber,
    @Nullable String bankAccount,
    @Nullable String bankName,
    @Nullable String unit,
    @Nullable String staffNumber) {

  public PayeeDraft(String name, @Nullable String identityNumber, @Nullable String bankAccount) {
    this(name, identityNumber, bankAccount, null, null, null);
  }

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
