package org.aidledger.store.seal;

/** A note is no head of this book that a known witness has countersigned. */
public final class WitnessRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  WitnessRefusedException(String message, Throwable cause) {
    super(message, cause);
  }

  WitnessRefusedException(String message) {
    super(message);
  }
}
