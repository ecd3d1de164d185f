package org.aidledger.projections.query;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the next page begins, absent after the last one
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {

  /** The most items that a page holds. */
  public static final int MAX = 500;

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Checks the wanted number of items.
   *
   * @throws IllegalArgumentException unless it is from 1 to {@value #MAX}
   */
  public static int limit(int wanted) {
    if (wanted < 1 || wanted > MAX) {
      throw new IllegalArgumentException("a page holds 1 to " + MAX + " items");
    }
    return wanted;
  }

  /** A page out of one item more than wanted, which tells whether another page follows. */
  public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, Cursor> place) {
    if (oneMore.size() <= limit) {
      return new Page<>(oneMore, null);
    }
    List<T> items = oneMore.subList(0, limit);
    return new Page<>(items, place.apply(items.getLast()));
  }
}
