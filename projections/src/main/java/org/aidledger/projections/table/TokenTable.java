package org.aidledger.projections.table;

import java.time.Instant;
import java.util.UUID;

/** API tokens. */
public final class TokenTable {

  public static final Table TABLE = new Table("token");

  public static final Column<String> TOKEN_ID = TABLE.key("token_id", Type.TEXT);
  public static final Column<UUID> ACCOUNT_ID = TABLE.column("account_id", Type.ID);
  public static final Column<Instant> ISSUED_AT = TABLE.column("issued_at", Type.TIME);
  public static final Column<Boolean> REVOKED = TABLE.column("revoked", Type.FLAG);
  public static final Column<Long> FIRST_POSITION = TABLE.column("first_position", Type.LONG);
  public static final Column<Long> LAST_POSITION = TABLE.column("last_position", Type.LONG);

  private TokenTable() {}
}
