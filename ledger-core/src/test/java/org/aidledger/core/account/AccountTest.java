package org.aidledger.core.account;

import static org.aidledger.core.fixture.Orders.sealed;
import static org.aidledger.core.fixture.People.*;

import java.util.Map;
import java.util.Set;
import org.aidledger.core.account.command.ChangeRoles;
import org.aidledger.core.account.command.DisableAccount;
import org.aidledger.core.account.command.IssueToken;
import org.aidledger.core.account.command.NotePasswordChange;
import org.aidledger.core.account.command.OpenAccount;
import org.aidledger.core.account.command.RevokeToken;
import org.aidledger.core.account.event.AccountDisabled;
import org.aidledger.core.account.event.AccountOpened;
import org.aidledger.core.account.event.PasswordChanged;
import org.aidledger.core.account.event.RoleGranted;
import org.aidledger.core.account.event.RoleRevoked;
import org.aidledger.core.account.event.TokenIssued;
import org.aidledger.core.account.event.TokenRevoked;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.refusal.RuleCode;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Accounts, and who gives which role to whom. */
class AccountTest {

  private static final String ID = FINANCE.toString();

  private final LedgerFixture ledger = new LedgerFixture();

  @Nested
  class Opening {

    @Test
    void anAccountBeginsWithItsRoles() {
      ledger
          .when(ADMIN, account(FINANCE, Role.CASHIER, Role.FINANCE))
          .thenEvents(
              new AccountOpened(ID, sealed("name")),
              new RoleGranted(ID, "FINANCE"),
              new RoleGranted(ID, "CASHIER"));
    }

    @Test
    void anAccountMayBeginWithoutRoles() {
      ledger.when(ADMIN, account(FINANCE)).thenEvents(new AccountOpened(ID, sealed("name")));
    }

    @Test
    void rolesThatExcludeEachOtherAreNotGivenTogether() {
      ledger
          .when(ADMIN, account(FINANCE, Role.AUDITOR, Role.FINANCE))
          .thenRefused(RuleCode.ROLE_CONFLICT);
    }

    @Test
    void oneAccountIsOpenedOnce() {
      ledger.given(ADMIN, account(FINANCE, Role.FINANCE));
      ledger
          .when(ADMIN, account(FINANCE, Role.FINANCE))
          .thenFails(AggregateStreamCreationException.class);
    }
  }

  @Nested
  class ChangingRoles {

    @Test
    void theAccountEndsWithExactlyTheRolesNamed() {
      ledger.given(ADMIN, account(FINANCE, Role.FINANCE, Role.VIEWER));
      ledger
          .when(ADMIN, roles(FINANCE, ADMIN, Role.FINANCE, Role.CASHIER))
          .thenEvents(new RoleGranted(ID, "CASHIER"), new RoleRevoked(ID, "VIEWER"));
    }

    @Test
    void theSameRolesAgainChangeNothing() {
      ledger.given(ADMIN, account(FINANCE, Role.FINANCE));
      ledger.when(ADMIN, roles(FINANCE, ADMIN, Role.FINANCE)).thenNothing();
    }

    @Test
    void nobodyGivesThemselvesARole() {
      ledger.given(ADMIN, account(ADMIN, Role.ADMIN));
      ledger
          .when(ADMIN, roles(ADMIN, ADMIN, Role.ADMIN, Role.VIEWER))
          .thenRefused(RuleCode.SELF_GRANT, Map.of("role", "VIEWER"));
    }

    @Test
    void whoKeepsAccountsMovesNoMoney() {
      ledger.given(ADMIN, account(FINANCE, Role.FINANCE));
      for (Role apart : new Role[] {Role.ADMIN, Role.AUDITOR}) {
        ledger
            .when(ADMIN, roles(FINANCE, ADMIN, Role.FINANCE, apart))
            .thenRefused(RuleCode.ROLE_CONFLICT);
      }
    }

    @Test
    void anAdministratorDoesNotStepDownAloneSoThatOneIsAlwaysLeft() {
      ledger.given(ADMIN, account(ADMIN, Role.ADMIN), account(ADMIN2, Role.ADMIN));
      ledger.when(ADMIN, roles(ADMIN, ADMIN)).thenRefused(RuleCode.LAST_ADMIN);
      ledger
          .when(ADMIN2, roles(ADMIN, ADMIN2))
          .thenEvents(new RoleRevoked(ADMIN.toString(), "ADMIN"));
    }

    @Test
    void aDisabledAccountGetsNoRoles() {
      ledger.given(ADMIN, account(FINANCE), new DisableAccount(FINANCE, ADMIN));
      ledger
          .when(ADMIN, roles(FINANCE, ADMIN, Role.FINANCE))
          .thenRefused(RuleCode.ACCOUNT_DISABLED);
    }
  }

  @Nested
  class Disabling {

    @Test
    void anAccountIsDisabledOnce() {
      ledger.given(ADMIN, account(FINANCE));
      DisableAccount order = new DisableAccount(FINANCE, ADMIN);
      ledger.when(ADMIN, order).thenEvents(new AccountDisabled(ID));
      ledger.when(ADMIN, order).thenNothing();
    }

    @Test
    void anAdministratorStaysSoThatOneIsAlwaysLeft() {
      ledger.given(ADMIN, account(ADMIN, Role.ADMIN));
      ledger.when(ADMIN, new DisableAccount(ADMIN, ADMIN)).thenRefused(RuleCode.LAST_ADMIN);
    }
  }

  @Nested
  class Secrets {

    @Test
    void aChangedPasswordIsOnRecordWithoutThePassword() {
      ledger.given(ADMIN, account(FINANCE));
      ledger.when(FINANCE, new NotePasswordChange(FINANCE)).thenEvents(new PasswordChanged(ID));
    }

    @Test
    void aTokenIsIssuedOnceAndRevokedOnce() {
      ledger.given(ADMIN, account(FINANCE));
      IssueToken issue = new IssueToken(FINANCE, "T1");
      RevokeToken revoke = new RevokeToken(FINANCE, "T1");
      ledger.when(FINANCE, issue).thenEvents(new TokenIssued(ID, "T1"));
      ledger.when(FINANCE, issue).thenNothing();
      ledger.when(FINANCE, revoke).thenEvents(new TokenRevoked(ID, "T1"));
      ledger.when(FINANCE, revoke).thenNothing();
    }

    @Test
    void aDisabledAccountGetsNeitherPasswordNorToken() {
      ledger.given(ADMIN, account(FINANCE), new DisableAccount(FINANCE, ADMIN));
      ledger.when(FINANCE, new NotePasswordChange(FINANCE)).thenRefused(RuleCode.ACCOUNT_DISABLED);
      ledger.when(FINANCE, new IssueToken(FINANCE, "T1")).thenRefused(RuleCode.ACCOUNT_DISABLED);
    }
  }

  private static OpenAccount account(AccountId id, Role... roles) {
    return new OpenAccount(id, sealed("name"), Set.of(roles), ADMIN);
  }

  private static ChangeRoles roles(AccountId id, AccountId actor, Role... roles) {
    return new ChangeRoles(id, Set.of(roles), actor);
  }
}
