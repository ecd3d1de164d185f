package org.aidledger.verifier.check;

import org.aidledger.verifier.scratch.KeyedTable;
import org.aidledger.verifier.scratch.Scratch;

/** Numbers the accounts from 0 in the order of their first appearance, with what each may do. */
final class Accounts {

  private static final int ROLES = 0;
  private static final int CONFLICT = 1;
  private static final int COLUMNS = 2;

  private final KeyedTable table;

  Accounts(Scratch scratch) {
    table = new KeyedTable(scratch, COLUMNS);
  }

  long numberOf(String account) {
    return table.rowOf(account);
  }

  /** How many were seen. */
  long count() {
    return table.rows();
  }

  /** The roles that the account holds, a bit each. */
  long roles(long account) {
    return table.get(account, ROLES);
  }

  void setRoles(long account, long roles) {
    table.set(account, ROLES, roles);
  }

  /** Where the account got the second of two roles that exclude each other; -1 if it has not. */
  long conflict(long account) {
    return table.get(account, CONFLICT) - 1;
  }

  /**
   * Says where it got it.
   *
   * @param position -1 if it has not any more
   */
  void setConflict(long account, long position) {
    table.set(account, CONFLICT, position + 1);
  }
}
