package org.aidledger.verifier.check;

import org.jspecify.annotations.Nullable;

/**
 * What part of the book is shown.
 *
 * @param fromStart whether it begins with the first event, so that nothing came before
 * @param fundId the one fund that is shown; null for all
 */
public record Scope(boolean fromStart, @Nullable String fundId) {

  /** Whether a fund's events are all here. */
  boolean covers(String fund) {
    return fundId == null || fundId.equals(fund);
  }
}
