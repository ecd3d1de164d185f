package org.aidledger.store.file;

import java.io.IOException;

/** A file was larger than its reader allowed; nothing of it was kept. */
public final class FileTooLargeException extends IOException {

  private static final long serialVersionUID = 1;

  private final long maxBytes;

  FileTooLargeException(long maxBytes) {
    super("The file is larger than " + maxBytes + " bytes.");
    this.maxBytes = maxBytes;
  }

  public long maxBytes() {
    return maxBytes;
  }
}
