package org.aidledger.benchmarks;

import java.util.List;

/**
 * What a client process is asked to send.
 *
 * @param kind what an order is
 * @param paths in turn, one an order
 * @param connections each carries one order at a time
 * @param from number of the first order
 * @param to number behind the last one
 * @param perSecond of all connections together; 0 for as fast as they are answered
 * @param seconds after which none is sent any more
 */
record ClientLoad(
    Kind kind,
    List<String> paths,
    int connections,
    int from,
    int to,
    double perSecond,
    double seconds) {

  /** As long as it takes. */
  static final double NO_END = Pace.MOST_SECONDS;

  enum Kind {
    DONATIONS,
    READS
  }

  /** Donations {@code from} to {@code to}, each sent when another of the connection is answered. */
  static ClientLoad donations(String path, int connections, int from, int to) {
    return new ClientLoad(Kind.DONATIONS, List.of(path), connections, from, to, 0, NO_END);
  }

  /** Reading at a steady rate, until the client is told to stop or the time is over. */
  static ClientLoad reads(List<String> paths, int connections, double perSecond, double seconds) {
    return new ClientLoad(Kind.READS, paths, connections, 0, Integer.MAX_VALUE, perSecond, seconds);
  }

  ClientLoad at(double rate, double until) {
    return new ClientLoad(kind, paths, connections, from, to, rate, until);
  }

  /** The first orders alone, as fast as they are answered. */
  ClientLoad first(int orders) {
    return new ClientLoad(kind, paths, connections, from, from + orders, 0, seconds);
  }

  /**
   * What it came to.
   *
   * @param accepted orders that were carried out
   * @param refused orders that were answered 429, all with Retry-After
   * @param fen of the donations that were accepted
   * @param sinceDue times of the accepted from when they were due
   * @param sinceSent times of the accepted from when they were sent
   */
  record Outcome(
      int accepted, int refused, long fen, double seconds, Latency sinceDue, Latency sinceSent) {

    double perSecond() {
      return accepted / seconds;
    }

    double offeredPerSecond() {
      return (accepted + refused) / seconds;
    }
  }
}
