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
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.Access;
import org.aidledger.api.security.AnyAccount;
import org.aidledger.api.security.Credential;
import org.aidledger.api.security.Passwords;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.security.RoleDirectory;
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
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {

  /** A reader that sends this position back sees its own write. */
  static final String POSITION = "Ledger-Position";

  private final Accounts accounts;
  private final OwnPassword ownPassword;
  private final RoleDirectory directory;

  AccountController(Accounts accounts, OwnPassword ownPassword, RoleDirectory directory) {
    this.accounts = accounts;
    this.ownPassword = ownPassword;
    this.directory = directory;
  }

  @PostMapping
  @RequiresRole(Role.ADMIN)
  ResponseEntity<AccountOpenedAnswer> open(
      @JsonBody(OpenAccountBody.class) Shape body, Actor actor) {
    record Order(String username, String password, Set<Role> roles) {}
    Order order =
        body.read(
            b -> {
              String username = b.secret("username");
              String password = b.secret("password");
              Set<Role> roles = b.choices("roles", Role.class);
              if (!Passwords.isUsername(username)) {
                throw new ApiProblem(ApiCode.USERNAME_MALFORMED, "username");
              }
              Passwords.require("password", password);
              if (roles.isEmpty()) {
                throw new ApiProblem(ApiCode.LIST_EMPTY, "roles");
              }
              return new Order(username, password, roles);
            });
    var opened = accounts.open(order.username, order.password, order.roles, actor.accountId());
    return ResponseEntity.status(HttpStatus.CREATED)
        .header(POSITION, Long.toString(opened.position()))
        .body(
            new AccountOpenedAnswer(
                opened.accountId().toString(), order.username, new TreeSet<>(order.roles)));
  }

  @GetMapping
  @RequiresRole({Role.ADMIN, Role.AUDITOR})
  AccountList list() {
    return new AccountList(accounts.all().stream().map(this::answer).toList());
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
    Set<Role> roles = body.read(b -> b.choices("roles", Role.class));
    long position = accounts.changeRoles(accountId, roles, actor.accountId());
    return changed(position, answer(accounts.find(accountId), roles));
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
    record Order(String password, String oldPassword) {}
    Order order =
        body.read(
            b -> {
              String password = b.secret("password");
              String old = own ? b.secret("oldPassword") : "";
              Passwords.require("password", password);
              return new Order(password, old);
            });
    if (own) {
      ownPassword.require(accounts.find(accountId), order.oldPassword, request.getRemoteAddr());
    }
    long position = accounts.changePassword(accountId, order.password, actor.accountId());
    return changed(position, answer(accounts.find(accountId)));
  }

  private static ResponseEntity<AccountAnswer> changed(long position, AccountAnswer answer) {
    return ResponseEntity.ok().header(POSITION, Long.toString(position)).body(answer);
  }

  private AccountAnswer answer(Credential credential) {
    return answer(credential, directory.rolesOf(credential.accountId()));
  }

  private static AccountAnswer answer(Credential credential, Set<Role> roles) {
    return new AccountAnswer(
        credential.accountId().toString(),
        credential.username(),
        new TreeSet<>(roles),
        credential.state() == Credential.State.DISABLED,
        credential.passwordChangedAt());
  }
}
