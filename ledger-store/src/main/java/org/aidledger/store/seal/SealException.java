package org.aidledger.store.seal;

/** The book could not be sealed or its seals not be read; the message says why in a sentence. */
public final class SealException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SealException(String message) {
    super(message);
  }

  SealException(String message, Throwable cause) {
    super(message, cause);
  }
}
