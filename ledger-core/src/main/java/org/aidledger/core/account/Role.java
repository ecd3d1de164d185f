package org.aidledger.core.account;

import java.util.EnumSet;
import java.util.Set;

/** What an account may do. */
public enum Role {
  /** 财务: records donations and other entries, asks for payouts. */
  FINANCE,
  /** 审批人: decides payouts. */
  APPROVER,
  /** 出纳: pays, and records what the bank returned. */
  CASHIER,
  /** 审计: reads everything and replays, changes nothing. */
  AUDITOR,
  /** 查看: sees balances alone. */
  VIEWER,
  /** 管理员: keeps accounts and keys, moves no money. */
  ADMIN;

  private static final Set<Role> MOVE_MONEY = EnumSet.of(FINANCE, APPROVER, CASHIER);

  /** Whether one account may hold both: who keeps accounts or audits does not move money. */
  public boolean excludes(Role other) {
    return (isApart() && MOVE_MONEY.contains(other))
        || (other.isApart() && MOVE_MONEY.contains(this));
  }

  private boolean isApart() {
    return this == ADMIN || this == AUDITOR;
  }
}
