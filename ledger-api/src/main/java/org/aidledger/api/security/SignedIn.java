package org.aidledger.api.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.aidledger.core.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Who signed in, and by what.
 *
 * @param account the account's UUID
 * @param generation of the password at that time
 * @param tokenId of the token that was shown, null if it was a password
 */
public record SignedIn(UUID account, int generation, @Nullable UUID tokenId)
    implements Principal, Serializable {

  public AccountId accountId() {
    return new AccountId(account);
  }

  /** The account's identifier, since this name reaches logs. */
  @Override
  public String getName() {
    return account.toString();
  }
}
