package org.aidledger.api.account;

import java.time.Instant;
import java.util.Set;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;

/** An account that can be named: who it is, what it may do, whether it still works. */
public record KnownAccount(
    AccountId accountId,
    String username,
    Set<Role> roles,
    boolean disabled,
    Instant passwordChangedAt) {

  /** The same account with other roles. */
  KnownAccount with(Set<Role> others) {
    return new KnownAccount(accountId, username, others, disabled, passwordChangedAt);
  }
}
