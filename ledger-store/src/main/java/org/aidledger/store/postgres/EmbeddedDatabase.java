package org.aidledger.store.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL 18 on a data folder, started, watched and stopped by the application. One process per
 * folder; password logins over loopback only; what was acknowledged is on the disk. Why it is
 * driven directly: docs/adr/0005.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private final DataFolder data;
  private final DataLock lock;
  private final Supervisor supervisor;
  private final ConnectionSettings connection;
  private boolean closed;

  private EmbeddedDatabase(
      DataFolder data, DataLock lock, Supervisor supervisor, ConnectionSettings connection) {
    this.data = data;
    this.lock = lock;
    this.supervisor = supervisor;
    this.connection = connection;
  }

  /** Starts with {@link DatabaseOptions#defaults()}. */
  public static EmbeddedDatabase start(Path dataFolder) {
    return start(dataFolder, DatabaseOptions.defaults());
  }

  /**
   * Starts the database, creating the folder and the cluster if they are missing, and recovering
   * from whatever ended the last run. Returns when it answers logins.
   *
   * @throws DataInUseException if another live process holds the folder
   * @throws DatabaseStartException for every other reason, named by its {@link StartFailure}
   */
  public static EmbeddedDatabase start(Path dataFolder, DatabaseOptions options) {
    DataFolder data = DataFolder.at(dataFolder);
    DataLock lock = DataLock.take(data);
    boolean started = false;
    try {
      EmbeddedDatabase database = start(data, lock, options);
      started = true;
      return database;
    } catch (IOException e) {
      throw new DatabaseStartException(
          StartFailure.DATABASE_NOT_STARTED,
          "The database in " + data.root() + " could not be started: " + e.getMessage(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseStartException(
          StartFailure.DATABASE_NOT_STARTED, "The start of the database was interrupted.", e);
    } finally {
      if (!started) {
        lock.close();
      }
    }
  }

  private static EmbeddedDatabase start(DataFolder data, DataLock lock, DatabaseOptions options)
      throws IOException, InterruptedException {
    Commands commands = Commands.forThisUser();
    Binaries binaries = Binaries.unpack(options.runtime().orElse(data.runtime()));
    Cluster cluster = new Cluster(data, binaries, commands, options);
    Leftover.end(data);
    ConnectionSettings wanted = prepare(data, cluster);
    Supervisor supervisor = new Supervisor(data, binaries, commands, options);
    boolean started = false;
    try {
      ConnectionSettings chosen = supervisor.start(wanted);
      chosen.write(data.env());
      started = true;
      LOG.info("The database in {} is ready on port {}.", data.root(), chosen.port());
      return new EmbeddedDatabase(data, lock, supervisor, chosen);
    } finally {
      if (!started) {
        supervisor.close();
      }
    }
  }

  private static ConnectionSettings prepare(DataFolder data, Cluster cluster) throws IOException {
    if (cluster.exists()) {
      cluster.checkVersion();
      Optional<ConnectionSettings> known = ConnectionSettings.read(data.env());
      if (known.isPresent()) {
        cluster.writeAccessRules();
        return known.get();
      }
    }
    ConnectionSettings fresh =
        new ConnectionSettings(Ports.any(), ConnectionSettings.randomPassword());
    if (cluster.exists()) {
      LOG.warn("{} is missing or damaged: the database gets a new password.", data.env());
      cluster.resetPassword(fresh.password());
    } else {
      LOG.info("Creating a database in {}.", data.root());
      cluster.create(fresh.password());
    }
    fresh.write(data.env());
    cluster.writeAccessRules();
    return fresh;
  }

  /** JDBC address, without user and password. */
  public String jdbcUrl() {
    return connection.jdbcUrl();
  }

  /** The application's role; it owns the database and is no superuser. */
  public String user() {
    return ConnectionSettings.ROLE;
  }

  /** The role's password; never log it. */
  public String password() {
    return connection.password();
  }

  /** TCP port on 127.0.0.1; it stays the same while this object lives. */
  public int port() {
    return connection.port();
  }

  /** Process id of the server; it changes when the server is started again. */
  public long serverPid() {
    return supervisor.pid();
  }

  /** The data folder, with links resolved. */
  public Path dataFolder() {
    return data.root();
  }

  /**
   * True while the server runs and accepts logins. After it died it is false until the supervisor
   * has brought it back, which takes from a second to the length of a recovery.
   */
  public boolean alive() {
    return supervisor.alive();
  }

  /**
   * Stops the server within the stop time of the options plus two seconds, and lets go of the
   * folder. Safe to call more than once and from a shutdown hook.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      supervisor.close();
    } catch (IOException e) {
      LOG.warn("The database server could not be told to stop; the next start ends it.", e);
    } finally {
      lock.close();
    }
  }
}
