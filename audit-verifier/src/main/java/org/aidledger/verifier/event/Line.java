package org.aidledger.verifier.event;

import org.aidledger.evidence.merkle.Hash;

/** One line of the events. */
public sealed interface Line {

  /** The first position that it stands for. */
  long position();

  /**
   * An event that is shown.
   *
   * @param hash of its leaf
   */
  record Shown(long position, Event event, Hash hash) implements Line {}

  /**
   * A complete branch of the tree that is not shown.
   *
   * @param leaves a power of two that divides the position
   */
  record Hidden(long position, long leaves, Hash hash) implements Line {}

  /**
   * A line that is not in its form.
   *
   * @param number of the line, from 1
   */
  record Broken(long number, String what) implements Line {

    @Override
    public long position() {
      return -1;
    }
  }
}
