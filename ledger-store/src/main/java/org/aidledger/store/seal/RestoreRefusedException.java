package org.aidledger.store.seal;

/** A book was not restored; nothing was changed. */
public final class RestoreRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why; the names are stable. */
  public enum Code {
    /** Something was recorded or sealed here before. */
    LEDGER_NOT_EMPTY,
    /** An event is not shown, missing, or not in the form of docs/evidence. */
    EVENT_UNREADABLE,
    /** The events do not lead to the root that they should lead to. */
    ROOT_DIFFERS
  }

  private final Code code;

  RestoreRefusedException(Code code, String message) {
    super(message);
    this.code = code;
  }

  /** Why. */
  public Code code() {
    return code;
  }
}
