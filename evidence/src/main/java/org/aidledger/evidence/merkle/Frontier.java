package org.aidledger.evidence.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The growing right edge of the tree: the incomplete tile of each level. A leaf costs one hash of
 * its bytes and, over time, one inner hash; memory stays at 8 KiB a level however long the book
 * grows (three levels hold sixteen million leaves). For one thread at a time.
 */
public final class Frontier {

  private final TreeHasher hasher = new TreeHasher();
  private final List<byte[]> levels = new ArrayList<>();
  private long size;

  /** Starts an empty tree. */
  public Frontier() {}

  /**
   * Continues a tree.
   *
   * @param size leaves so far
   * @param state what {@link #state()} gave at that size
   * @throws TreeBrokenException if the state is not that of a tree of this size
   */
  public static Frontier restore(long size, byte[] state) {
    Frontier frontier = new Frontier();
    int offset = 0;
    for (int level = 0; level < Tile.levels(size); level++) {
      int bytes = Tile.widthOfLast(size, level) * Hash.BYTES;
      if (offset + bytes > state.length) {
        throw new TreeBrokenException("The frontier is too short for " + size + " leaves.");
      }
      System.arraycopy(state, offset, frontier.level(level), 0, bytes);
      offset += bytes;
    }
    if (offset != state.length) {
      throw new TreeBrokenException("The frontier is too long for " + size + " leaves.");
    }
    frontier.size = size;
    return frontier;
  }

  /** Leaves so far. */
  public long size() {
    return size;
  }

  /**
   * Adds a leaf.
   *
   * @param leaf a buffer whose first bytes are the leaf
   * @param length how many of its bytes are the leaf
   * @param sink gets each tile that this leaf completes
   */
  public void append(byte[] leaf, int length, TileSink sink) {
    hasher.leaf(leaf, length, level(0), Tile.widthOfLast(size, 0) * Hash.BYTES);
    size++;
    for (int level = 0; Tile.widthOfLast(size, level) == 0; level++) {
      byte[] full = level(level);
      sink.complete(new Tile(level, (size >>> ((level + 1) * Tile.HEIGHT)) - 1), full.clone());
      // The level above has gained one hash, which its width counts already.
      int place = (Tile.widthOfLast(size, level + 1) + Tile.WIDTH - 1) % Tile.WIDTH;
      hasher.root(full, 0, Tile.WIDTH).copyTo(level(level + 1), place * Hash.BYTES);
    }
  }

  /** The root of the tree as it stands. */
  public Hash root() {
    List<Hash> peaks = peaks();
    if (peaks.isEmpty()) {
      return hasher.empty();
    }
    Hash root = peaks.getLast();
    for (Hash peak : peaks.reversed().subList(1, peaks.size())) {
      root = hasher.node(peak, root);
    }
    return root;
  }

  /** What is needed to continue: the hashes of every incomplete tile, from level 0 upwards. */
  public byte[] state() {
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    for (int level = 0; level < Tile.levels(size); level++) {
      state.write(level(level), 0, Tile.widthOfLast(size, level) * Hash.BYTES);
    }
    return state.toByteArray();
  }

  /** The incomplete tile of a level, as far as it is filled. */
  public byte[] last(int level) {
    return Arrays.copyOf(level(level), Tile.widthOfLast(size, level) * Hash.BYTES);
  }

  /** The complete trees, largest first, of which the whole is made. */
  private List<Hash> peaks() {
    List<Hash> peaks = new ArrayList<>();
    for (int level = Tile.levels(size) - 1; level >= 0; level--) {
      int width = Tile.widthOfLast(size, level);
      int first = 0;
      for (int count = Tile.WIDTH / 2; count > 0; count /= 2) {
        if ((width & count) != 0) {
          peaks.add(hasher.root(level(level), first, count));
          first += count;
        }
      }
    }
    return peaks;
  }

  private byte[] level(int level) {
    while (levels.size() <= level) {
      levels.add(new byte[Tile.FULL_BYTES]);
    }
    return levels.get(level);
  }
}
