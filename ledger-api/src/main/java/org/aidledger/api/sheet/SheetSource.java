package org.aidledger.api.sheet;

import java.io.IOException;
import java.io.InputStream;

/** A file that can be read from its beginning as often as needed. */
@FunctionalInterface
public interface SheetSource {

  /** The content from its first byte; the reader closes it. */
  InputStream open() throws IOException;
}
