package org.aidledger.verifier.scratch;

import java.nio.file.Path;

/** No temporary file can be made, or it finds no room; the message names the folder. */
public final class NoScratchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoScratchException(Path folder, Exception cause) {
    super(folder.toString(), cause);
  }
}
