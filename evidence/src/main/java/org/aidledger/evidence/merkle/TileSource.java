package org.aidledger.evidence.merkle;

/** Gives stored tiles back. */
@FunctionalInterface
public interface TileSource {

  /**
   * The hashes of a tile, one after the other; fewer than 256 of them if the tile is not complete.
   *
   * @throws TreeBrokenException if the tile is not there
   */
  byte[] hashes(Tile tile);
}
