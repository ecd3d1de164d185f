package org.aidledger.evidence.merkle;

import java.util.List;

/**
 * The neighbours on the way from a leaf to the root.
 *
 * @param index the leaf, from 0
 * @param size leaves of the tree
 * @param path hashes from the leaf's neighbour upwards
 */
public record InclusionProof(long index, long size, List<Hash> path) {

  /** Keeps a copy of the path. */
  public InclusionProof {
    path = List.copyOf(path);
  }

  /** Whether the leaf stands at its index in the tree with this root (RFC 9162, 2.1.3.2). */
  public boolean proves(Hash leaf, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    TreeHasher hasher = new TreeHasher();
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash neighbour : path) {
      if (last == 0) {
        return false;
      }
      if (node % 2 == 1 || node == last) {
        hash = hasher.node(neighbour, hash);
        // At the right edge a node without a neighbour stands for itself on the level above.
        int up = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
        node >>>= up;
        last >>>= up;
      } else {
        hash = hasher.node(hash, neighbour);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
