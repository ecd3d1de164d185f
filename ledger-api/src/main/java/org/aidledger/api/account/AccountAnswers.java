package org.aidledger.api.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.aidledger.core.account.Role;

/** What clients send and receive about accounts. */
final class AccountAnswers {

  private AccountAnswers() {}

  record OpenAccountBody(String username, String password, List<Role> roles) {}

  record RolesBody(List<Role> roles) {}

  /**
   * A change of password.
   *
   * @param oldPassword needed by who changes their own
   */
  record PasswordBody(String password, String oldPassword) {}

  record AccountOpenedAnswer(String accountId, String username, Set<Role> roles) {}

  record AccountAnswer(
      String accountId,
      String username,
      Set<Role> roles,
      boolean disabled,
      Instant passwordChangedAt) {}

  record AccountList(List<AccountAnswer> items) {}
}
