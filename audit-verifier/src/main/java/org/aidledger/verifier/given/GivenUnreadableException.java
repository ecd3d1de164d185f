package org.aidledger.verifier.given;

import java.nio.file.Path;

/** A checkpoint, key or proof that was given cannot be read; the message names the file. */
public final class GivenUnreadableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the file. */
  public GivenUnreadableException(Path file, Exception cause) {
    super(file.toString(), cause);
  }
}
