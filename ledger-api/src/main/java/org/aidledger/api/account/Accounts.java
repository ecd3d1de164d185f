package org.aidledger.api.account;

import java.util.List;
import java.util.Set;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.Credential;
import org.aidledger.api.security.Credentials;
import org.aidledger.api.security.Passwords;
import org.aidledger.api.security.RefusalLog;
import org.aidledger.api.security.RoleDirectory;
import org.aidledger.api.security.SignIn;
import org.aidledger.api.security.Standings;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.aidledger.core.account.command.ChangeRoles;
import org.aidledger.core.account.command.DisableAccount;
import org.aidledger.core.account.command.NotePasswordChange;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;

/**
 * Changes accounts: the secret in the table of credentials, the fact in the book. The order of the
 * two is such that a crash between them never leaves someone with more than the book says: what
 * lets in is written after the fact, what shuts out before it. Each change can be asked for again.
 */
public final class Accounts {

  private final AccountLock lock;
  private final AccountOpening opening;
  private final Credentials credentials;
  private final Passwords passwords;
  private final SignIn signIn;
  private final Standings standings;
  private final Ledger ledger;
  private final RoleDirectory directory;
  private final RefusalLog refusals;

  Accounts(
      AccountLock lock,
      AccountOpening opening,
      Credentials credentials,
      Passwords passwords,
      SignIn signIn,
      Standings standings,
      Ledger ledger,
      RoleDirectory directory,
      RefusalLog refusals) {
    this.lock = lock;
    this.opening = opening;
    this.credentials = credentials;
    this.passwords = passwords;
    this.signIn = signIn;
    this.standings = standings;
    this.ledger = ledger;
    this.directory = directory;
    this.refusals = refusals;
  }

  public AccountOpening.Opened open(
      String username, String password, Set<Role> roles, AccountId actor) {
    String hash = passwords.hash(password);
    return lock.hold(
        () -> {
          if (credentials.byUsername(username).filter(c -> !isReserved(c)).isPresent()) {
            throw refuse(RuleCode.USERNAME_TAKEN, "OpenAccount", actor);
          }
          return opening.open(username, hash, roles, actor);
        });
  }

  /** Every account, those that are disabled too. */
  public List<KnownAccount> all() {
    return credentials.all().stream().map(this::known).toList();
  }

  /**
   * The account.
   *
   * @throws ApiProblem NOT_FOUND
   */
  public KnownAccount find(AccountId id) {
    return known(credential(id));
  }

  private KnownAccount known(Credential credential) {
    return new KnownAccount(
        credential.accountId(),
        credential.username(),
        directory.rolesOf(credential.accountId()),
        credential.state() == Credential.State.DISABLED,
        credential.passwordChangedAt());
  }

  private Credential credential(AccountId id) {
    return credentials
        .byAccount(id)
        .filter(c -> !isReserved(c))
        .orElseThrow(() -> ApiProblem.notFound("account"));
  }

  /** Gives an account exactly these roles and returns the book's position. */
  public long changeRoles(AccountId id, Set<Role> roles, AccountId actor) {
    return lock.hold(
        () -> {
          Credential before = credential(id);
          boolean admin = roles.contains(Role.ADMIN);
          if (!admin) {
            requireOtherAdmin(before, "ChangeRoles", actor);
          }
          Executed<?> executed = ledger.execute(new ChangeRoles(id, roles, actor), actor);
          credentials.setAdmin(id, admin);
          directory.changed(id, executed.position());
          return executed.position();
        });
  }

  /** Shuts an account out for good and returns the book's position. */
  public long disable(AccountId id, AccountId actor) {
    return lock.hold(
        () -> {
          Credential before = credential(id);
          if (id.equals(actor)) {
            throw refuse(RuleCode.LAST_ADMIN, "DisableAccount", actor);
          }
          requireOtherAdmin(before, "DisableAccount", actor);
          credentials.disable(id);
          forget(id);
          Executed<?> executed = ledger.execute(new DisableAccount(id, actor), actor);
          directory.changed(id, executed.position());
          return executed.position();
        });
  }

  /** Gives an account a new password and returns the book's position. */
  public long changePassword(AccountId id, String password, AccountId actor) {
    String hash = passwords.hash(password);
    return lock.hold(
        () -> {
          credential(id);
          Executed<?> executed = ledger.execute(new NotePasswordChange(id), actor);
          credentials.changePassword(id, hash);
          forget(id);
          return executed.position();
        });
  }

  /**
   * The table's note of who is an administrator decides, because it is read under the lock; the
   * read model may be a moment behind.
   */
  private void requireOtherAdmin(Credential account, String order, AccountId actor) {
    if (account.admin()
        && account.isActive()
        && !credentials.hasAdminBesides(account.accountId())) {
      throw refuse(RuleCode.LAST_ADMIN, order, actor);
    }
  }

  private Refused refuse(RuleCode code, String order, AccountId actor) {
    Refused refused = new Refused(code);
    refusals.keep(order, refused, actor);
    return refused;
  }

  private void forget(AccountId id) {
    signIn.forget(id);
    standings.forget(id);
  }

  private static boolean isReserved(Credential credential) {
    return credential.state() == Credential.State.RESERVED;
  }
}
