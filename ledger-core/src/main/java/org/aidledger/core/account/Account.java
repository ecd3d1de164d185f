package org.aidledger.core.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aidledger.core.account.event.AccountDisabled;
import org.aidledger.core.account.event.AccountOpened;
import org.aidledger.core.account.event.PasswordChanged;
import org.aidledger.core.account.event.RoleGranted;
import org.aidledger.core.account.event.RoleRevoked;
import org.aidledger.core.account.event.TokenIssued;
import org.aidledger.core.account.event.TokenRevoked;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.subject.SealedText;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.NullUnmarked;

/** One account: its roles, and that its secrets changed; the secrets themselves are elsewhere. */
public class Account {

  @AggregateIdentifier private String accountId;
  private final Set<Role> roles = EnumSet.noneOf(Role.class);
  private final Set<String> tokens = new HashSet<>();
  private boolean disabled;

  /** For the repository, which replays the history into it. */
  @NullUnmarked
  protected Account() {}

  @NullUnmarked
  Account(AccountId id, SealedText username, Set<Role> first) {
    requireCompatible(first);
    apply(new AccountOpened(id.toString(), username));
    for (Role role : new TreeSet<>(first)) {
      apply(new RoleGranted(id.toString(), role.name()));
    }
  }

  void changeRoles(Set<Role> wanted, AccountId actor) {
    requireEnabled();
    requireCompatible(wanted);
    for (Role role : Role.values()) {
      if (wanted.contains(role) && !roles.contains(role)) {
        requireOther(actor, role);
        apply(new RoleGranted(accountId, role.name()));
      } else if (!wanted.contains(role) && roles.contains(role)) {
        requireOtherAdmin(actor, role);
        apply(new RoleRevoked(accountId, role.name()));
      }
    }
  }

  void disable() {
    if (!disabled) {
      apply(new AccountDisabled(accountId));
    }
  }

  void notePasswordChange() {
    requireEnabled();
    apply(new PasswordChanged(accountId));
  }

  void issueToken(String tokenId) {
    requireEnabled();
    if (!tokens.contains(tokenId)) {
      apply(new TokenIssued(accountId, tokenId));
    }
  }

  void revokeToken(String tokenId) {
    if (tokens.contains(tokenId)) {
      apply(new TokenRevoked(accountId, tokenId));
    }
  }

  private void requireEnabled() {
    if (disabled) {
      throw new Refused(RuleCode.ACCOUNT_DISABLED);
    }
  }

  private void requireOther(AccountId actor, Role role) {
    if (actor.toString().equals(accountId)) {
      throw new Refused(RuleCode.SELF_GRANT, Map.of("role", role.name()));
    }
  }

  /** Whoever changes roles is an administrator; while they remain one, the last one remains. */
  private void requireOtherAdmin(AccountId actor, Role role) {
    if (role == Role.ADMIN && actor.toString().equals(accountId)) {
      throw new Refused(RuleCode.LAST_ADMIN);
    }
  }

  private static void requireCompatible(Set<Role> wanted) {
    for (Role one : wanted) {
      for (Role other : wanted) {
        if (one.excludes(other)) {
          throw new Refused(
              RuleCode.ROLE_CONFLICT, Map.of("role", one.name(), "excludes", other.name()));
        }
      }
    }
  }

  @EventSourcingHandler
  void on(AccountOpened event) {
    accountId = event.accountId();
  }

  @EventSourcingHandler
  void on(RoleGranted event) {
    roles.add(Role.valueOf(event.role()));
  }

  @EventSourcingHandler
  void on(RoleRevoked event) {
    roles.remove(Role.valueOf(event.role()));
  }

  @EventSourcingHandler
  void on(AccountDisabled event) {
    disabled = true;
  }

  @EventSourcingHandler
  void on(TokenIssued event) {
    tokens.add(event.tokenId());
  }

  @EventSourcingHandler
  void on(TokenRevoked event) {
    tokens.remove(event.tokenId());
  }
}
