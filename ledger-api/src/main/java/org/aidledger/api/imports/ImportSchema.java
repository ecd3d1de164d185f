package org.aidledger.api.imports;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of imports, with a migration history of their own. */
public final class ImportSchema {

  private ImportSchema() {}

  /** Brings the schema {@code intake} up to date; safe when several processes start at once. */
  public static void migrate(DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/intake")
        .schemas("intake")
        .table("flyway_intake")
        .load()
        .migrate();
  }
}
