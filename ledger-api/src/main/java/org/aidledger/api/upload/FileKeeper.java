package org.aidledger.api.upload;

import java.io.IOException;

/** Takes a file in while it arrives. */
@FunctionalInterface
public interface FileKeeper<T> {

  /** Reads the content to its end, or throws the problem that it has. */
  T keep(UploadedFile file) throws IOException;

  /** Undoes the keeping, because the rest of the request turned out to be wrong. */
  default void discard(T kept) {}
}
