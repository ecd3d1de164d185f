package org.aidledger.api.web.account;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.aidledger.api.account.KnownAccount;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.core.account.Role;

/** Puts accounts and roles into words. */
final class AccountTexts {

  /** An account in words. */
  record Row(
      String id, String username, String roles, boolean disabled, String passwordChangedAt) {}

  private AccountTexts() {}

  static Row row(KnownAccount account, Texts texts, Clock clock) {
    return new Row(
        account.accountId().toString(),
        account.username(),
        account.roles().isEmpty()
            ? texts.get("account.noRoles")
            : account.roles().stream()
                .sorted()
                .map(role -> texts.word("role", role.name()))
                .collect(Collectors.joining(texts.get("list.separator"))),
        account.disabled(),
        Times.minute(account.passwordChangedAt(), clock.getZone()));
  }

  /** Every role with what it may do and what it excludes. */
  static List<Option> roles(Texts texts) {
    return Arrays.stream(Role.values())
        .map(
            role ->
                new Option(
                    role.name(),
                    texts.get(
                        "account.role",
                        texts.word("role", role.name()),
                        texts.word("roleAbout", role.name()))))
        .toList();
  }
}
