package org.aidledger.store.seal;

import java.io.IOException;

/** Takes payloads of the book, in the order of their positions. */
@FunctionalInterface
public interface PayloadSink {

  /** Takes one payload, which is JSON as stored. */
  void payload(long position, String payload) throws IOException;
}
