package org.aidledger.store.subject;

import java.util.UUID;

/** Nothing can be sealed for a person any more whose key was destroyed. */
public final class KeyDestroyedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  KeyDestroyedException(UUID subject) {
    super("There is no key for subject " + subject + ".");
  }
}
