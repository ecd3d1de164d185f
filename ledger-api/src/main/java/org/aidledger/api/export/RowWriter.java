package org.aidledger.api.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes rows of cells into a file; what is written leaves memory. */
public interface RowWriter extends Closeable {

  void write(List<Cell> row) throws IOException;

  /** Writes what a whole file still lacks; without it the file is not readable to its end. */
  @Override
  void close() throws IOException;
}
