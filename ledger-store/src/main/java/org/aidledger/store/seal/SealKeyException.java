package org.aidledger.store.seal;

/** The seal key cannot be used; the message is a sentence for whoever starts the ledger. */
public final class SealKeyException extends SealException {

  private static final long serialVersionUID = 1;

  SealKeyException(String message) {
    super(message);
  }

  SealKeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
