package org.aidledger.projections.table;

import java.time.Instant;
import java.util.UUID;

/** Accounts, their roles and whether they may sign in. */
public final class AccountTable {

  public static final Table TABLE = new Table("account");

  public static final Column<UUID> ACCOUNT_ID = TABLE.key("account_id", Type.ID);
  public static final Column<UUID> USERNAME_SUBJECT = TABLE.column("username_subject", Type.ID);
  public static final Column<String> USERNAME_SEALED = TABLE.column("username_sealed", Type.TEXT);
  public static final Column<String> ROLES = TABLE.column("roles", Type.JSON);
  public static final Column<Boolean> DISABLED = TABLE.column("disabled", Type.FLAG);
  public static final Column<Instant> OPENED_AT = TABLE.column("opened_at", Type.TIME);
  public static final Column<Instant> PASSWORD_CHANGED_AT =
      TABLE.column("password_changed_at", Type.TIME);
  public static final Column<Long> FIRST_POSITION = TABLE.column("first_position", Type.LONG);
  public static final Column<Long> LAST_POSITION = TABLE.column("last_position", Type.LONG);

  private AccountTable() {}
}
