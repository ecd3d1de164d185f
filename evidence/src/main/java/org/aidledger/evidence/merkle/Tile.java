package org.aidledger.evidence.merkle;

import java.util.HashSet;
import java.util.Set;

/**
 * Where a hash is stored. The tree is cut into tiles eight levels high (the parameters of C2SP
 * tlog-tiles): a tile at level 0 holds 256 leaf hashes, one at level n + 1 the roots of 256
 * complete tiles at level n.
 *
 * @param level 0 for the tiles that hold leaf hashes
 * @param index number of the tile within its level, from 0
 */
public record Tile(int level, long index) {

  /** Levels of the tree within one tile. */
  static final int HEIGHT = 8;

  /** Hashes in a complete tile. */
  public static final int WIDTH = 1 << HEIGHT;

  /** Bytes of a complete tile. */
  public static final int FULL_BYTES = WIDTH * Hash.BYTES;

  /** Whether a tree of a size has the whole tile. */
  public boolean completeIn(long size) {
    return index < size >>> ((level + 1) * HEIGHT);
  }

  /**
   * The tiles through which one comes from leaves to the root of a tree of a size. A proof asks for
   * no others than those above its leaf, above the last leaf of each size that it speaks of, and
   * above the last leaf of the tree.
   *
   * @param size leaves of the tree
   * @param leaves numbers of leaves; those that are not in the tree are passed over
   */
  public static Set<Tile> above(long size, long... leaves) {
    Set<Tile> tiles = new HashSet<>();
    for (long leaf : leaves) {
      if (leaf >= 0 && leaf < size) {
        for (int level = 0; level < levels(size); level++) {
          tiles.add(new Tile(level, leaf >>> ((level + 1) * HEIGHT)));
        }
      }
    }
    return tiles;
  }

  /** Hashes that the last tile of a level, the incomplete one, has in a tree of a size. */
  static int widthOfLast(long size, int level) {
    return level * HEIGHT >= Long.SIZE - 1 ? 0 : (int) ((size >>> (level * HEIGHT)) % WIDTH);
  }

  /** Levels of tiles that a tree of a size has, complete or not. */
  static int levels(long size) {
    int levels = 0;
    for (long left = size; left > 0; left >>>= HEIGHT) {
      levels++;
    }
    return levels;
  }
}
