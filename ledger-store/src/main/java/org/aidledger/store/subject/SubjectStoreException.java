package org.aidledger.store.subject;

/** The tables of the subjects could not be read or written. */
public final class SubjectStoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  SubjectStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
