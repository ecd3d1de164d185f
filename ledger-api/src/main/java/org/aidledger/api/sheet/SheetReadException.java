package org.aidledger.api.sheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The file could not be read from where it is kept; says nothing about what is in it. */
public final class SheetReadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SheetReadException(@Nullable IOException cause) {
    super("The file could not be read.", cause);
  }
}
