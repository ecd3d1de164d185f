package org.aidledger.store.file;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored file was altered, cut or mixed with another, or was deleted while it was read. */
public final class FileBrokenException extends IOException {

  private static final long serialVersionUID = 1;

  FileBrokenException(UUID file, int chunk, @Nullable Throwable cause) {
    super("Chunk " + chunk + " of file " + file + " is missing or does not open.", cause);
  }
}
