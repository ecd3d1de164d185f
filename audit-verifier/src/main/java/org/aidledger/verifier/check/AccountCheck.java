package org.aidledger.verifier.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;

/** Nobody gives a role to themselves; who keeps accounts or audits moves no money. */
final class AccountCheck implements Check {

  private static final Set<String> APART = Set.of("ADMIN", "AUDITOR");
  private static final Set<String> MOVE_MONEY = Set.of("FINANCE", "APPROVER", "CASHIER");

  private final Findings findings;

  /** The two conflicting roles may be held for the moment between two events of one order. */
  private final Map<String, Set<String>> roles = new HashMap<>();

  private final Map<String, Event> conflicts = new HashMap<>();

  AccountCheck(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void on(Event event) {
    switch (event.type()) {
      case "RoleGranted" -> granted(event);
      case "RoleRevoked" -> {
        of(event).remove(event.payload().text(Field.ROLE));
        judge(event);
      }
      default -> settle(event);
    }
  }

  @Override
  public void end() {
    conflicts.values().forEach(this::refuse);
  }

  private void granted(Event event) {
    String account = event.payload().text(Field.ACCOUNT_ID);
    if (account.equals(event.actor())) {
      findings.add(Code.SELF_GRANT, "position", event.position(), "account", account);
    }
    of(event).add(event.payload().text(Field.ROLE));
    judge(event);
  }

  private void judge(Event event) {
    Set<String> held = of(event);
    String account = event.payload().text(Field.ACCOUNT_ID);
    boolean conflict =
        held.stream().anyMatch(APART::contains) && held.stream().anyMatch(MOVE_MONEY::contains);
    if (conflict) {
      conflicts.putIfAbsent(account, event);
    } else {
      conflicts.remove(account);
    }
  }

  /** Any other act of the account, while it held both. */
  private void settle(Event event) {
    Event conflict = conflicts.remove(event.actor());
    if (conflict != null) {
      refuse(conflict);
    }
  }

  private void refuse(Event event) {
    findings.add(
        Code.ROLES_EXCLUDE,
        "position",
        event.position(),
        "account",
        event.payload().text(Field.ACCOUNT_ID));
  }

  private Set<String> of(Event event) {
    return roles.computeIfAbsent(
        event.payload().text(Field.ACCOUNT_ID), unknown -> new HashSet<>());
  }
}
