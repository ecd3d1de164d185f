package org.aidledger.evidence.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A tree of random leaves that grew through a frontier, its complete tiles kept in memory. */
final class GrownTree {

  final List<byte[]> leaves = new ArrayList<>();
  final Map<Tile, byte[]> complete = new HashMap<>();
  Frontier frontier = new Frontier();

  /** Adds leaves of random lengths, each in a buffer that is longer than the leaf. */
  void grow(int count, Random random) {
    byte[] buffer = new byte[64];
    for (int i = 0; i < count; i++) {
      random.nextBytes(buffer);
      byte[] leaf = new byte[Integer.BYTES + random.nextInt(40)];
      System.arraycopy(buffer, 0, leaf, 0, leaf.length);
      ByteBuffer.wrap(leaf).putInt(leaves.size());
      leaves.add(leaf);
      System.arraycopy(leaf, 0, buffer, 0, leaf.length);
      frontier.append(buffer, leaf.length, this::keep);
    }
  }

  /** Reads at the present size. */
  TreeReader reader() {
    return new TreeReader(this::hashes, frontier.size());
  }

  /** The same, which notes the tiles that are asked for. */
  TreeReader reader(Set<Tile> asked) {
    return new TreeReader(
        tile -> {
          asked.add(tile);
          return hashes(tile);
        },
        frontier.size());
  }

  private void keep(Tile tile, byte[] hashes) {
    if (complete.put(tile, hashes) != null) {
      throw new AssertionError("A tile was completed twice: " + tile);
    }
  }

  private byte[] hashes(Tile tile) {
    byte[] full = complete.get(tile);
    return full == null ? frontier.last(tile.level()) : full;
  }
}
