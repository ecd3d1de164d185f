package org.aidledger.evidence.merkle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Roots and proofs from stored tiles, for every size up to the stored one: a tree of n leaves asks
 * for about one tile for every eight of its levels. For one thread and one question at a time.
 */
public final class TreeReader {

  private final TileSource source;
  private final long size;
  private final TreeHasher hasher = new TreeHasher();
  private final Map<Tile, byte[]> read = new HashMap<>();

  /**
   * Reads a tree.
   *
   * @param source the tiles of a tree that has at least {@code size} leaves
   * @param size the largest size that may be asked for
   */
  public TreeReader(TileSource source, long size) {
    this.source = source;
    this.size = size;
  }

  /** The root when the tree had so many leaves. */
  public Hash root(long leaves) {
    Objects.checkIndex(leaves, size + 1);
    return leaves == 0 ? hasher.empty() : range(0, leaves);
  }

  /** The stored hash of a leaf. */
  public Hash leaf(long index) {
    Objects.checkIndex(index, size);
    return complete(index, 0);
  }

  /**
   * The root over a complete branch.
   *
   * @param first its first leaf, a multiple of the number of its leaves
   * @param height its levels; it has two to this power leaves
   * @throws IndexOutOfBoundsException if it does not lie within the tree
   */
  public Hash branch(long first, int height) {
    Objects.checkIndex(height, Long.SIZE - 1);
    long leaves = 1L << height;
    Objects.checkFromIndexSize(first, leaves, size);
    if (first % leaves != 0) {
      throw new IndexOutOfBoundsException("No branch of this height begins at " + first + ".");
    }
    return complete(first, height);
  }

  /**
   * Proves that a leaf is in the tree of a size (RFC 9162, section 2.1.3.1).
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= index < leaves <= size}
   */
  public InclusionProof inclusion(long index, long leaves) {
    Objects.checkIndex(leaves, size + 1);
    Objects.checkIndex(index, leaves);
    List<Hash> path = new ArrayList<>();
    long first = 0;
    long end = leaves;
    while (end - first > 1) {
      long middle = first + split(end - first);
      if (index < middle) {
        path.add(range(middle, end));
        end = middle;
      } else {
        path.add(range(first, middle));
        first = middle;
      }
    }
    return new InclusionProof(index, leaves, path.reversed());
  }

  /**
   * Proves that the tree of one size is the beginning of that of another (RFC 9162, section
   * 2.1.4.1).
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= size}
   */
  public ConsistencyProof consistency(long from, long to) {
    Objects.checkIndex(to, size + 1);
    Objects.checkIndex(from, to + 1);
    List<Hash> path = new ArrayList<>();
    if (from == 0 || from == to) {
      return new ConsistencyProof(from, to, path);
    }
    long first = 0;
    long end = to;
    while (end != from) {
      long middle = first + split(end - first);
      if (from <= middle) {
        path.add(range(middle, end));
        end = middle;
      } else {
        path.add(range(first, middle));
        first = middle;
      }
    }
    if (first > 0) {
      path.add(range(first, end));
    }
    return new ConsistencyProof(from, to, path.reversed());
  }

  /** The root over leaves that form one branch of some tree, complete or at its right edge. */
  private Hash range(long first, long end) {
    long leaves = end - first;
    if (Long.bitCount(leaves) == 1) {
      return complete(first, Long.numberOfTrailingZeros(leaves));
    }
    long middle = first + split(leaves);
    return hasher.node(range(first, middle), range(middle, end));
  }

  /** The root of a complete branch, taken out of the tile that holds it. */
  private Hash complete(long first, int height) {
    int level = height / Tile.HEIGHT;
    int count = 1 << (height % Tile.HEIGHT);
    long place = first >>> (level * Tile.HEIGHT);
    Tile tile = new Tile(level, place / Tile.WIDTH);
    byte[] hashes = read.computeIfAbsent(tile, source::hashes);
    int within = (int) (place % Tile.WIDTH);
    if ((within + count) * Hash.BYTES > hashes.length) {
      throw new TreeBrokenException(
          "Tile " + tile.index() + " of level " + level + " is too short.");
    }
    return hasher.root(hashes, within, count);
  }

  /** The largest power of two below a number. */
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
