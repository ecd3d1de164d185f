package org.aidledger.api.account;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.security.Credential;
import org.aidledger.api.security.Credentials;
import org.aidledger.api.security.RoleDirectory;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.aidledger.core.account.command.ChangeRoles;
import org.aidledger.core.account.command.OpenAccount;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.axonframework.modelling.command.AggregateNotFoundException;

/**
 * Opens accounts in three steps, each of which can be the last before a crash: the name is reserved
 * in the table of credentials, the book learns of the account, the credential begins to work. So no
 * credential works that the book does not know, and an account that got stuck is completed by
 * asking for it again.
 */
public final class AccountOpening {

  /** An account that stands, and the book's position at which it does. */
  public record Opened(AccountId accountId, long position) {}

  private final Credentials credentials;
  private final Ledger ledger;
  private final UsernameSealer sealer;
  private final RoleDirectory directory;

  AccountOpening(
      Credentials credentials, Ledger ledger, UsernameSealer sealer, RoleDirectory directory) {
    this.credentials = credentials;
    this.ledger = ledger;
    this.sealer = sealer;
    this.directory = directory;
  }

  /**
   * Opens an account, or completes one that got stuck. The caller holds the {@link AccountLock}.
   *
   * @throws Refused USERNAME_TAKEN, ROLE_CONFLICT
   */
  Opened open(String username, String passwordHash, Set<Role> roles, AccountId actor) {
    Optional<Credential> before = credentials.byUsername(username);
    if (before.isPresent() && before.get().state() != Credential.State.RESERVED) {
      throw new Refused(RuleCode.USERNAME_TAKEN);
    }
    Executed<?> executed =
        before.isPresent()
            ? resume(before.get(), roles, actor)
            : begin(username, passwordHash, roles, actor);
    AccountId id = credentials.byUsername(username).orElseThrow().accountId();
    credentials.activate(id, passwordHash, roles.contains(Role.ADMIN));
    directory.changed(id, executed.position());
    return new Opened(id, executed.position());
  }

  private Executed<?> begin(
      String username, String passwordHash, Set<Role> roles, AccountId actor) {
    AccountId id = new AccountId(UUID.randomUUID());
    credentials.reserve(id, username, passwordHash);
    try {
      return ledger.execute(new OpenAccount(id, sealer.seal(username), roles, actor), actor);
    } catch (Refused refused) {
      // Nothing was written, so the name is free again.
      credentials.release(id);
      throw refused;
    }
  }

  /** The book may know the account by now or not; the order about roles tells. */
  private Executed<?> resume(Credential reserved, Set<Role> roles, AccountId actor) {
    AccountId id = reserved.accountId();
    try {
      return ledger.execute(new ChangeRoles(id, roles, actor), actor);
    } catch (RuntimeException e) {
      if (!isUnknown(e)) {
        throw e;
      }
      return ledger.execute(
          new OpenAccount(id, sealer.seal(reserved.username()), roles, actor), actor);
    }
  }

  private static boolean isUnknown(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof AggregateNotFoundException) {
        return true;
      }
    }
    return false;
  }
}
