package org.aidledger.store.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** The choice of a TCP port on the loopback address. */
final class Ports {

  /** Below the range from which systems take ports for outgoing connections, so it stays free. */
  private static final int FIRST = 20_000;

  private static final int END = 30_000;
  private static final int TRIES = 200;

  private Ports() {}

  /** The wanted port if nobody listens there, else another one that is free now. */
  static int usable(int wanted) {
    return isFree(wanted) ? wanted : any();
  }

  /** A port that is free now. */
  static int any() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      if (isFree(port)) {
        return port;
      }
    }
    throw new DatabaseStartException(
        StartFailure.DATABASE_NOT_STARTED, "No free port was found for the database.");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(ConnectionSettings.HOST), port));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
