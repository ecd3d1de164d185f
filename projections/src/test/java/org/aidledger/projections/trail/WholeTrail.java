package org.aidledger.projections.trail;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;

/** Every wanted line, read page by page, the oldest first. */
final class WholeTrail {

  private WholeTrail() {}

  static List<TrailLine> of(TrailQueries trail, TrailFilter filter) {
    List<TrailLine> all = new ArrayList<>();
    @Nullable Cursor next = null;
    do {
      Page<TrailLine> page = trail.page(filter, Order.OLDEST_FIRST, next, Page.MAX);
      all.addAll(page.items());
      next = page.next();
    } while (next != null);
    return all;
  }
}
