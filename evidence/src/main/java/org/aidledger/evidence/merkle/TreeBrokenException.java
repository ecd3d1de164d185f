package org.aidledger.evidence.merkle;

/** What is stored of a tree does not make a tree. */
public final class TreeBrokenException extends RuntimeException {

  /** Says what is wrong. */
  public TreeBrokenException(String message) {
    super(message);
  }
}
