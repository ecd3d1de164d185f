package org.aidledger.store.seal;

/** Takes the leaves of the book, in the order of their positions. */
@FunctionalInterface
interface LeafSink {

  /**
   * Takes one leaf.
   *
   * @param buffer used again for the next leaf
   * @param length how many of its first bytes are the leaf
   */
  void leaf(byte[] buffer, int length);
}
