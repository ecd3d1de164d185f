package org.aidledger.projections.exception;

import java.time.ZoneId;
import java.util.Map;
import org.aidledger.projections.query.Where;
import org.jspecify.annotations.Nullable;

/**
 * Where exceptions are looked for.
 *
 * @param fundId one fund, or all
 * @param after the position before the first event that counts
 * @param through the position of the last one
 * @param zone the business time zone, in which nights and weekends are meant
 * @param actors the accounts whose names can be compared with those of payees: keyed digests of the
 *     names, in hexadecimal digits, by account id
 */
public record ExceptionScope(
    @Nullable String fundId, long after, long through, ZoneId zone, Map<String, String> actors) {

  public ExceptionScope {
    actors = Map.copyOf(actors);
  }

  /** The conditions on a table that has a fund. */
  Where where(String fundColumn, String positionColumn) {
    return new Where()
        .id(fundColumn, fundId)
        .and(positionColumn + " > :after", "after", after)
        .and(positionColumn + " <= :through", "through", through);
  }
}
