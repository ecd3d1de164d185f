package org.aidledger.store.subject;

/** The master key cannot be used; the message is a sentence for whoever starts the ledger. */
public final class MasterKeyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MasterKeyException(String message) {
    super(message);
  }

  MasterKeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
