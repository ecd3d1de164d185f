package org.aidledger.api.export;

import java.util.function.Consumer;
import java.util.function.Function;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;

/** The rows of a list, handed over one by one. */
@FunctionalInterface
public interface Rows<T> {

  /** Hands over every row, in order. */
  void forEach(Consumer<T> taker);

  /** Rows that are at hand. */
  static <T> Rows<T> of(Iterable<T> rows) {
    return taker -> rows.forEach(taker);
  }

  /**
   * Rows that are read page by page, each page after the last row of the one before, so that no
   * more than one page is in memory and no connection waits for a slow reader.
   *
   * @param pages reads the page that begins after a place, the first one for null
   */
  static <T> Rows<T> paged(Function<@Nullable Cursor, Page<T>> pages) {
    return taker -> {
      Cursor after = null;
      do {
        Page<T> page = pages.apply(after);
        page.items().forEach(taker);
        after = page.next();
      } while (after != null);
    };
  }
}
