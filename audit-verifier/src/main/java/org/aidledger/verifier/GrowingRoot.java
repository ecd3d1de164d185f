package org.aidledger.verifier;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.TreeHasher;

/**
 * The root of a tree that grows by leaves or by whole branches (RFC 9162, 2.1): a stack of complete
 * trees, each smaller than the one below it.
 */
final class GrowingRoot {

  private final TreeHasher hasher = new TreeHasher();
  private final List<Hash> hashes = new ArrayList<>();
  private final List<Long> leaves = new ArrayList<>();
  private long size;

  long size() {
    return size;
  }

  /**
   * Adds a branch.
   *
   * @param count its leaves: a power of two that divides the size so far
   */
  void add(long count, Hash branch) {
    Hash hash = branch;
    long width = count;
    while (!leaves.isEmpty() && leaves.getLast() == width) {
      hash = hasher.node(hashes.removeLast(), hash);
      width += leaves.removeLast();
    }
    hashes.add(hash);
    leaves.add(width);
    size += count;
  }

  /** The root over all leaves so far. */
  Hash root() {
    if (hashes.isEmpty()) {
      return hasher.empty();
    }
    Hash root = hashes.getLast();
    for (int i = hashes.size() - 2; i >= 0; i--) {
      root = hasher.node(hashes.get(i), root);
    }
    return root;
  }
}
