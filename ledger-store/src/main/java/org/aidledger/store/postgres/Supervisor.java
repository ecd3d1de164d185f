package org.aidledger.store.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one server running: starts it, starts it again on the same port when it ends by itself, and
 * stops it. A pool of connections then recovers without a restart of the application.
 */
final class Supervisor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final int FIRST_START_TRIES = 7;

  /** Killed servers leave memory and numbers behind for a moment; a broken disk needs longer. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMillis(100),
          Duration.ofMillis(200),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5));

  private final DataFolder data;
  private final Binaries binaries;
  private final Commands commands;
  private final DatabaseOptions options;
  private final Thread watcher = new Thread(this::watch, "database-supervisor");

  private volatile @Nullable Server server;
  private volatile @Nullable ConnectionSettings connection;
  private volatile boolean ready;
  private volatile boolean stopping;

  Supervisor(DataFolder data, Binaries binaries, Commands commands, DatabaseOptions options) {
    this.data = data;
    this.binaries = binaries;
    this.commands = commands;
    this.options = options;
    watcher.setDaemon(true);
  }

  /**
   * Starts the server and watches it from then on.
   *
   * @param wanted the port to use if it is free
   * @return the settings with the port that is used
   */
  ConnectionSettings start(ConnectionSettings wanted) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < FIRST_START_TRIES; attempt++) {
      ConnectionSettings chosen = wanted.onPort(Ports.usable(wanted.port()));
      connection = chosen;
      if (startOnce(chosen)) {
        ready = true;
        watcher.start();
        return chosen;
      }
      LOG.info("The database server ended while starting; another attempt follows.");
      Thread.sleep(pause(attempt));
    }
    throw new DatabaseStartException(
        StartFailure.DATABASE_NOT_STARTED,
        "The database did not start; see %s. %s"
            .formatted(data.log(), Server.firstWords(data.startLog())));
  }

  /** True while the server runs and has answered a login since it was started. */
  boolean alive() {
    Server current = server;
    return ready && current != null && current.running();
  }

  /** The server's process id; it changes when the server is started again. */
  long pid() {
    Server current = server;
    if (current == null) {
      throw new IllegalStateException("The database was never started.");
    }
    return current.pid();
  }

  /** Stops the server and the watch. Safe at any moment of a start, and more than once. */
  @Override
  public void close() throws IOException {
    stopping = true;
    ready = false;
    watcher.interrupt();
    synchronized (this) {
      Server current = server;
      if (current != null) {
        current.stop(options.stopTimeout());
      }
    }
  }

  private boolean startOnce(ConnectionSettings chosen) throws IOException, InterruptedException {
    Leftover.end(data);
    return launch(chosen).awaitReady(chosen, options.startTimeout());
  }

  /** After {@link #close()} has begun, no server is launched any more. */
  private synchronized Server launch(ConnectionSettings chosen)
      throws IOException, InterruptedException {
    if (stopping) {
      throw new InterruptedException("The database is being stopped.");
    }
    Server launched = Server.launch(data, binaries, commands, chosen.port(), options);
    server = launched;
    return launched;
  }

  private void watch() {
    try {
      while (!stopping) {
        Server current = server;
        ConnectionSettings chosen = connection;
        if (current == null || chosen == null) {
          return;
        }
        current.awaitEnd();
        if (!stopping) {
          ready = false;
          LOG.error("The database server {} ended by itself; it is started again.", current.pid());
          restart(chosen);
        }
      }
    } catch (InterruptedException e) {
      // The one who interrupts is close(), which stops the server itself.
      LOG.debug("The watch over the database server has ended.");
    }
  }

  private void restart(ConnectionSettings chosen) throws InterruptedException {
    for (int attempt = 0; !stopping; attempt++) {
      try {
        if (resume(chosen)) {
          ready = true;
          LOG.info("The database server is ready again.");
          return;
        }
      } catch (IOException | DatabaseStartException e) {
        LOG.warn("The database server could not be started again yet.", e);
      }
      Thread.sleep(pause(attempt));
    }
  }

  /** A server that is still recovering is waited for, not started a second time. */
  private boolean resume(ConnectionSettings chosen) throws IOException, InterruptedException {
    Server current = server;
    if (current != null && current.running()) {
      return current.awaitReady(chosen, options.startTimeout());
    }
    return startOnce(chosen);
  }

  private static Duration pause(int attempt) {
    return PAUSES.get(Math.min(attempt, PAUSES.size() - 1));
  }
}
