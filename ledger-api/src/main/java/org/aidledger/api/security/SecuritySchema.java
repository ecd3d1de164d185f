package org.aidledger.api.security;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of credentials and tokens, with a migration history of their own. */
public final class SecuritySchema {

  private SecuritySchema() {}

  /** Brings the schema {@code security} up to date; safe when several processes start at once. */
  public static void migrate(DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/security")
        .schemas("security")
        .table("flyway_security")
        .load()
        .migrate();
  }
}
