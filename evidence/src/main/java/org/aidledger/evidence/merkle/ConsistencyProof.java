package org.aidledger.evidence.merkle;

import java.util.List;

/**
 * What shows that a tree only grew.
 *
 * @param from leaves of the older tree
 * @param to leaves of the younger tree
 * @param path hashes as RFC 9162 orders them; none if one tree is empty or both are the same
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

  /** Keeps a copy of the path. */
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /** Whether the older tree is the beginning of the younger one (RFC 9162, 2.1.4.2). */
  public boolean proves(Hash olderRoot, Hash youngerRoot) {
    if (from < 0 || from > to) {
      return false;
    }
    if (from == to) {
      return path.isEmpty() && olderRoot.equals(youngerRoot);
    }
    if (from == 0) {
      return path.isEmpty() && olderRoot.equals(new TreeHasher().empty());
    }
    boolean complete = Long.bitCount(from) == 1;
    if (path.isEmpty()) {
      return false;
    }
    return complete
        ? climbs(olderRoot, path, olderRoot, youngerRoot)
        : climbs(path.getFirst(), path.subList(1, path.size()), olderRoot, youngerRoot);
  }

  private boolean climbs(Hash start, List<Hash> others, Hash olderRoot, Hash youngerRoot) {
    TreeHasher hasher = new TreeHasher();
    int ones = Long.numberOfTrailingZeros(from);
    long node = (from - 1) >>> ones;
    long last = (to - 1) >>> ones;
    Hash older = start;
    Hash younger = start;
    for (Hash other : others) {
      if (last == 0) {
        return false;
      }
      if (node % 2 == 1 || node == last) {
        older = hasher.node(other, older);
        younger = hasher.node(other, younger);
        int up = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
        node >>>= up;
        last >>>= up;
      } else {
        younger = hasher.node(younger, other);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && older.equals(olderRoot) && younger.equals(youngerRoot);
  }
}
