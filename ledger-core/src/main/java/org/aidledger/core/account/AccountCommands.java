package org.aidledger.core.account;

import org.aidledger.core.account.command.ChangeRoles;
import org.aidledger.core.account.command.DisableAccount;
import org.aidledger.core.account.command.IssueToken;
import org.aidledger.core.account.command.NotePasswordChange;
import org.aidledger.core.account.command.OpenAccount;
import org.aidledger.core.account.command.RevokeToken;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Carries out the orders about accounts. */
public final class AccountCommands {

  private final Repository<Account> accounts;

  public AccountCommands(Repository<Account> accounts) {
    this.accounts = accounts;
  }

  @CommandHandler
  void handle(OpenAccount command) throws Exception {
    accounts.newInstance(
        () -> new Account(command.accountId(), command.username(), command.roles()));
  }

  @CommandHandler
  void handle(ChangeRoles command) {
    load(command.accountId()).execute(a -> a.changeRoles(command.roles(), command.actor()));
  }

  @CommandHandler
  void handle(DisableAccount command) {
    if (command.accountId().equals(command.actor())) {
      throw new Refused(RuleCode.LAST_ADMIN);
    }
    load(command.accountId()).execute(Account::disable);
  }

  @CommandHandler
  void handle(NotePasswordChange command) {
    load(command.accountId()).execute(Account::notePasswordChange);
  }

  @CommandHandler
  void handle(IssueToken command) {
    load(command.accountId()).execute(a -> a.issueToken(command.tokenId()));
  }

  @CommandHandler
  void handle(RevokeToken command) {
    load(command.accountId()).execute(a -> a.revokeToken(command.tokenId()));
  }

  private Aggregate<Account> load(AccountId id) {
    return accounts.load(id.toString());
  }
}
