package org.aidledger.store.seal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Part of the sealed book.
 *
 * @param first the first position that may be shown
 * @param end the first position that is not shown any more
 * @param size leaves of the tree under which everything is proven
 * @param fundId shows the events of one fund only; null for all
 */
public record BookSlice(long first, long end, long size, @Nullable UUID fundId) {

  /** Checks the order of the positions. */
  public BookSlice {
    if (first < 0 || first > end || end > size) {
      throw new IllegalArgumentException("A slice lies within the tree.");
    }
  }
}
