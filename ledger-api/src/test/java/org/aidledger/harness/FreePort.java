package org.aidledger.harness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** A TCP port for a process that is started a moment later. */
public final class FreePort {

  /**
   * Below the range from which systems take ports for outgoing connections: one of these, of this
   * test or of another that runs beside it, would otherwise get the port before the process does.
   */
  private static final int FIRST = 10_000;

  /** Databases take theirs from here on. */
  private static final int END = 20_000;

  private static final int TRIES = 200;

  /**
   * What this process has given away. A port that was used before would bring along what tests
   * remember of the ledger that had it.
   */
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /** A port on which nobody listens now, and another one each time. */
  public static int any() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(port));
        if (GIVEN.add(port)) {
          return port;
        }
      } catch (IOException taken) {
        // Another one is tried.
      }
    }
    throw new AssertionError("no free port between " + FIRST + " and " + END);
  }
}
