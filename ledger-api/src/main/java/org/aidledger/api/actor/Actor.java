package org.aidledger.api.actor;

import java.util.Set;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;

/** The account behind a request, with the roles that it holds now. */
public record Actor(AccountId accountId, Set<Role> roles) {

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
