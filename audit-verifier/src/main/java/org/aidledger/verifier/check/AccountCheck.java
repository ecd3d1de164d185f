package org.aidledger.verifier.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;

/** Nobody gives a role to themselves; who keeps accounts or audits moves no money. */
final class AccountCheck implements Check {

  /** Each has the bit of its place. */
  private static final List<String> ROLES =
      List.of("ADMIN", "AUDITOR", "FINANCE", "APPROVER", "CASHIER");

  private static final long APART = 0b00011;
  private static final long MOVE_MONEY = 0b11100;

  /** Of so many that hold both at one time the report can tell the identifier in the end. */
  private static final int MOST_NAMED = 1_000;

  private final Findings findings;
  private final Accounts accounts;

  /**
   * How many hold both: an honest book has one at most, for the moment between two events of one
   * order.
   */
  private long conflicts;

  private final Map<Long, String> named = new HashMap<>();

  AccountCheck(Findings findings, Accounts accounts) {
    this.findings = findings;
    this.accounts = accounts;
  }

  @Override
  public void on(Event event) {
    switch (event.type()) {
      case "RoleGranted" -> granted(event);
      case "RoleRevoked" -> {
        long account = account(event);
        hold(event, account, accounts.roles(account) & ~role(event));
      }
      default -> settle(event);
    }
  }

  @Override
  public void end() {
    for (long account = 0; conflicts > 0 && account < accounts.count(); account++) {
      refuse(account, named.getOrDefault(account, ""));
    }
  }

  private void granted(Event event) {
    String name = event.payload().text(Field.ACCOUNT_ID);
    if (name.equals(event.actor())) {
      findings.add(Code.SELF_GRANT, "position", event.position(), "account", name);
    }
    long account = account(event);
    hold(event, account, accounts.roles(account) | role(event));
  }

  private void hold(Event event, long account, long roles) {
    accounts.setRoles(account, roles);
    boolean both = (roles & APART) != 0 && (roles & MOVE_MONEY) != 0;
    boolean before = accounts.conflict(account) >= 0;
    if (both && !before) {
      accounts.setConflict(account, event.position());
      conflicts++;
      if (named.size() < MOST_NAMED) {
        named.put(account, event.payload().text(Field.ACCOUNT_ID));
      }
    } else if (!both && before) {
      forget(account);
    }
  }

  /** Any other act of the account, while it held both. */
  private void settle(Event event) {
    if (conflicts > 0) {
      refuse(accounts.numberOf(event.actor()), event.actor());
    }
  }

  /** If it holds both. */
  private void refuse(long account, String name) {
    long position = accounts.conflict(account);
    if (position >= 0) {
      findings.add(Code.ROLES_EXCLUDE, "position", position, "account", name);
      forget(account);
    }
  }

  private void forget(long account) {
    accounts.setConflict(account, -1);
    named.remove(account);
    conflicts--;
  }

  private long account(Event event) {
    return accounts.numberOf(event.payload().text(Field.ACCOUNT_ID));
  }

  /** The bit of the role; none for one that excludes no other. */
  private static long role(Event event) {
    int place = ROLES.indexOf(event.payload().text(Field.ROLE));
    return place < 0 ? 0 : 1L << place;
  }
}
