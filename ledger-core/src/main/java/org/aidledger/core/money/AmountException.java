package org.aidledger.core.money;

/** A text that is no amount of money that can be entered. */
public final class AmountException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the text. */
  public enum Kind {
    NOT_A_NUMBER,
    NOT_POSITIVE,
    TOO_LARGE,
    TOO_FINE
  }

  private final Kind kind;

  public AmountException(Kind kind) {
    super("the amount is " + kind);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
