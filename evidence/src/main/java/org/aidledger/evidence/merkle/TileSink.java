package org.aidledger.evidence.merkle;

/** Takes every tile that has become complete, exactly once and never changed again. */
@FunctionalInterface
public interface TileSink {

  /**
   * Keeps a complete tile.
   *
   * @param hashes 256 hashes, a copy that belongs to the receiver
   */
  void complete(Tile tile, byte[] hashes);
}
