package org.aidledger.store.postgres;

import java.nio.file.Path;

/**
 * A process of its own for the tests: starts the database, records one row, says so and waits to be
 * killed. If the folder is in use it says that and ends with status 3.
 */
final class KilledApplication {

  private KilledApplication() {}

  public static void main(String[] arguments) throws Exception {
    try {
      EmbeddedDatabase database =
          EmbeddedDatabase.start(Path.of(arguments[0]), TestDatabases.options());
      TestDatabases.execute(database, "CREATE TABLE IF NOT EXISTS kept (amount bigint)");
      TestDatabases.execute(database, "INSERT INTO kept VALUES (1)");
      System.out.println("READY " + database.serverPid());
      Thread.currentThread().join();
    } catch (DataInUseException e) {
      System.out.println(e.failure() + " " + e.holder().orElse(0));
      System.exit(3);
    }
  }
}
