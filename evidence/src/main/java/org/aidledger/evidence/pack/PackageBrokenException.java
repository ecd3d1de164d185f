package org.aidledger.evidence.pack;

/** A file is not a zip of the one form that packages have. */
public final class PackageBrokenException extends RuntimeException {

  private final long offset;

  PackageBrokenException(String message, long offset) {
    super(message);
    this.offset = offset;
  }

  /** The first byte that is not what it must be, counted from 0. */
  public long offset() {
    return offset;
  }
}
