package org.aidledger.store.event;

/**
 * Counts what the lane does. It is called by the thread that leads, while others wait for it: it
 * has to be quick and must not throw.
 */
public interface LaneWatcher {

  /** Counts nothing. */
  LaneWatcher NOBODY =
      new LaneWatcher() {
        @Override
        public void committed(int events, long nanos) {}

        @Override
        public void recorded(String type, int count) {}
      };

  /**
   * One transaction is durable.
   *
   * @param events that it appended, at least 1
   * @param nanos from its begin to its end, the flush to disk included
   */
  void committed(int events, long nanos);

  /**
   * Some of its events.
   *
   * @param type the stored name of the event, such as {@code DonationReceived}
   * @param count how many of them stood together, at least 1
   */
  void recorded(String type, int count);
}
