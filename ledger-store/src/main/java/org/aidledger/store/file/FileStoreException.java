package org.aidledger.store.file;

/** The tables of the files could not be read or written. */
public final class FileStoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  FileStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
