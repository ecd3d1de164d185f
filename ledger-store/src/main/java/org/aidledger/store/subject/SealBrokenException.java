package org.aidledger.store.subject;

import java.util.UUID;

/** A sealed text was altered, cut, or belongs to another person or context. */
public final class SealBrokenException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SealBrokenException(UUID subject, Throwable cause) {
    super("A sealed text of subject " + subject + " does not open with its own key.", cause);
  }
}
