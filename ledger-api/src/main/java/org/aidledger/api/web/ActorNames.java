package org.aidledger.api.web;

import java.util.Map;
import java.util.Set;

/** Knows the user names of accounts. */
@FunctionalInterface
public interface ActorNames {

  /**
   * The user names of accounts, by account id; unknown accounts are left out.
   *
   * @param accountIds UUIDs
   */
  Map<String, String> names(Set<String> accountIds);
}
