package org.aidledger.core.stream;

/** The answer to an order that begins a stream: begun now, or known from before. */
public sealed interface Begun {

  /** The first event, whether new or known. */
  Object event();

  /** The stream was begun by this order. */
  record New(Object event) implements Begun {}

  /** The stream existed; the caller compares the content of its first event. */
  record Known(FirstRecording first) implements Begun {

    @Override
    public Object event() {
      return first.event();
    }
  }
}
