package org.aidledger.core.account.event;

/** A fact on an account's own stream. */
public sealed interface AccountEvent
    permits AccountOpened,
        RoleGranted,
        RoleRevoked,
        AccountDisabled,
        PasswordChanged,
        TokenIssued,
        TokenRevoked {

  String accountId();
}
