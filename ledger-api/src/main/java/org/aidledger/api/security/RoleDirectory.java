package org.aidledger.api.security;

import java.util.Set;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;

/** Which roles an account holds now, by the book. */
public interface RoleDirectory {

  /** The roles; empty for an account that is unknown or disabled. */
  Set<Role> rolesOf(AccountId id);

  /**
   * Called after the roles of an account changed, so that who changed them sees it: forgets what is
   * remembered of the account and waits, for a moment at most, until the change can be read.
   *
   * @param position in the book of the last event of the change
   */
  default void changed(AccountId id, long position) {}
}
