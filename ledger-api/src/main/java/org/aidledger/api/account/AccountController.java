package org.aidledger.api.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.aidledger.api.account.AccountAnswers.AccountAnswer;
import org.aidledger.api.account.AccountAnswers.AccountList;
import org.aidledger.api.account.AccountAnswers.AccountOpenedAnswer;
import org.aidledger.api.account.AccountAnswers.OpenAccountBody;
import org.aidledger.api.account.AccountAnswers.PasswordBody;
import org.aidledger.api.account.AccountAnswers.RolesBody;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.admission.BesideTheBook;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.security.Access;
import org.aidledger.api.security.AnyAccount;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, kept by administrators; everyone sees and changes their own password. */
@BesideTheBook
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {

  /** A reader that sends this position back sees its own write. */
  static final String POSITION = "Ledger-Position";

  private final Accounts accounts;
  private final OwnPassword ownPassword;

  AccountController(Accounts accounts, OwnPassword ownPassword) {
    this.accounts = accounts;
    this.ownPassword = ownPassword;
  }

  @PostMapping
  @RequiresRole(Role.ADMIN)
  ResponseEntity<AccountOpenedAnswer> open(
      @JsonBody(OpenAccountBody.class) Shape body, Actor actor) {
    AccountOrders.Opening order = AccountOrders.opening(body);
    var opened =
        accounts.open(order.username(), order.password(), order.roles(), actor.accountId());
    return ResponseEntity.status(HttpStatus.CREATED)
        .header(POSITION, Long.toString(opened.position()))
        .body(
            new AccountOpenedAnswer(
                opened.accountId().toString(), order.username(), new TreeSet<>(order.roles())));
  }

  @GetMapping
  @RequiresRole({Role.ADMIN, Role.AUDITOR})
  AccountList list() {
    return new AccountList(accounts.all().stream().map(AccountController::answer).toList());
  }

  @GetMapping("/me")
  @AnyAccount
  AccountAnswer me(Actor actor) {
    return answer(accounts.find(actor.accountId()));
  }

  @GetMapping("/{accountId}")
  @RequiresRole({Role.ADMIN, Role.AUDITOR})
  AccountAnswer get(@PathVariable AccountId accountId) {
    return answer(accounts.find(accountId));
  }

  @PutMapping("/{accountId}/roles")
  @RequiresRole(Role.ADMIN)
  ResponseEntity<AccountAnswer> changeRoles(
      @PathVariable AccountId accountId, @JsonBody(RolesBody.class) Shape body, Actor actor) {
    Set<Role> roles = AccountOrders.roles(body);
    long position = accounts.changeRoles(accountId, roles, actor.accountId());
    return changed(position, answer(accounts.find(accountId).with(roles)));
  }

  /** The same, for clients that send changes as POST alone. */
  @PostMapping("/{accountId}/roles")
  @RequiresRole(Role.ADMIN)
  ResponseEntity<AccountAnswer> changeRolesByPost(
      @PathVariable AccountId accountId, @JsonBody(RolesBody.class) Shape body, Actor actor) {
    return changeRoles(accountId, body, actor);
  }

  @PostMapping("/{accountId}/disable")
  @RequiresRole(Role.ADMIN)
  ResponseEntity<AccountAnswer> disable(@PathVariable AccountId accountId, Actor actor) {
    long position = accounts.disable(accountId, actor.accountId());
    return changed(position, answer(accounts.find(accountId)));
  }

  /** One's own password with the old one; another's as an administrator. */
  @PostMapping("/{accountId}/password")
  @AnyAccount
  ResponseEntity<AccountAnswer> changePassword(
      @PathVariable AccountId accountId,
      @JsonBody(PasswordBody.class) Shape body,
      Actor actor,
      HttpServletRequest request) {
    boolean own = accountId.equals(actor.accountId());
    if (!own) {
      Access.require(actor, Role.ADMIN);
    }
    AccountOrders.NewPassword order = AccountOrders.password(body, own);
    if (own) {
      ownPassword.require(
          accounts.find(accountId).username(), order.oldPassword(), request.getRemoteAddr());
    }
    long position = accounts.changePassword(accountId, order.password(), actor.accountId());
    return changed(position, answer(accounts.find(accountId)));
  }

  private static ResponseEntity<AccountAnswer> changed(long position, AccountAnswer answer) {
    return ResponseEntity.ok().header(POSITION, Long.toString(position)).body(answer);
  }

  private static AccountAnswer answer(KnownAccount account) {
    return new AccountAnswer(
        account.accountId().toString(),
        account.username(),
        new TreeSet<>(account.roles()),
        account.disabled(),
        account.passwordChangedAt());
  }
}
