package org.aidledger.api.security;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.refusal.Refused;

/** Puts on record, for the auditors, what was refused before it reached the domain. */
public interface RefusalLog {

  /**
   * Keeps a refusal. Must not throw: the request is refused in any case.
   *
   * @param order what was asked for, such as {@code Donations.record} or {@code DisableAccount}
   */
  void keep(String order, Refused refused, AccountId actor);
}
