package org.aidledger.evidence.merkle;

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
