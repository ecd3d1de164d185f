package org.aidledger.api.web;

import java.util.Map;
import java.util.Set;
import org.aidledger.api.web.text.Texts;

/** Knows the user names of accounts. */
@FunctionalInterface
public interface ActorNames {

  /**
   * The user names of accounts, by account id; unknown accounts are left out.
   *
   * @param accountIds UUIDs
   */
  Map<String, String> names(Set<String> accountIds);

  /** The user name of an account, or the word for one that nobody knows. */
  default String nameOrUnknown(String accountId, Texts texts) {
    return names(Set.of(accountId)).getOrDefault(accountId, texts.get("trail.unknownAccount"));
  }
}
