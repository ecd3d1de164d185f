package org.aidledger.api.problem;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.aidledger.store.seal.SealException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what nobody foresaw in the log, under an identifier that the answer names. */
final class Faults {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final int MAX_CAUSES = 8;

  private Faults() {}

  static Problem log(Throwable fault) {
    String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    LOG.error("Fault {}: {}", id, describe(fault));
    return Problem.of(ApiCode.INTERNAL, null, Map.of("errorId", id));
  }

  /** The book and its seals do not fit together; the message tells of positions and nobody. */
  static Problem broken(SealException broken) {
    LOG.error("The book is not the one that was sealed: {}", broken.getMessage());
    return Problem.of(ApiCode.SEAL_BROKEN);
  }

  /**
   * Classes and places, without the messages: a database or a parser quotes the values that it
   * could not take, and those may name someone.
   */
  static String describe(Throwable fault) {
    StringBuilder text = new StringBuilder();
    Throwable at = fault;
    for (int depth = 0; at != null && depth < MAX_CAUSES; depth++) {
      text.append(depth == 0 ? "" : "\ncaused by ").append(at.getClass().getName());
      for (StackTraceElement frame : at.getStackTrace()) {
        text.append("\n\tat ").append(frame);
      }
      at = at.getCause();
    }
    return text.toString();
  }
}
