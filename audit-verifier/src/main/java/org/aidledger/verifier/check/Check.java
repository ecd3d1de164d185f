package org.aidledger.verifier.check;

import org.aidledger.verifier.event.Event;

/** One rule of the book. Sees every event that is shown, in the order of positions. */
interface Check {

  void on(Event event);

  /** Nothing follows. */
  default void end() {}
}
