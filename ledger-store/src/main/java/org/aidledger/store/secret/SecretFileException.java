package org.aidledger.store.secret;

/** A secret's file cannot be used; the message is a sentence for whoever starts the ledger. */
public final class SecretFileException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SecretFileException(String message) {
    super(message);
  }

  SecretFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
