package org.aidledger.store.seal;

/** The book could not be sealed or its seals not be read; the message says why in a sentence. */
public sealed class SealException extends RuntimeException permits SealKeyException {

  private static final long serialVersionUID = 1;

  SealException(String message) {
    super(message);
  }

  SealException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What is stored is no tree, or no signed head: somebody or a failing disk changed it. */
  static SealException damaged(RuntimeException cause) {
    return new SealException(
        "What is stored of the seals is damaged: " + cause.getMessage(), cause);
  }
}
