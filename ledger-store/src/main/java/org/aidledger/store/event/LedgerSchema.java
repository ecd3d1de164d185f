package org.aidledger.store.event;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema {@code ledger} (events, snapshots, tokens, subjects, files) up to date. */
public final class LedgerSchema {

  /** The schema of everything that must be kept; read models live elsewhere. */
  public static final String NAME = "ledger";

  private LedgerSchema() {}

  /**
   * Runs the migrations that are missing; safe to call from several processes at once.
   *
   * @throws org.flywaydb.core.api.FlywayException if a migration fails or an applied one was edited
   */
  public static void migrate(DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/ledger")
        .schemas(NAME)
        .defaultSchema(NAME)
        .load()
        .migrate();
  }
}
