package org.aidledger.projections.finding;

import org.jspecify.annotations.Nullable;

/** Which findings are listed; what is absent lets all through. */
public record FindingFilter(
    @Nullable String organisation,
    @Nullable String fundId,
    @Nullable String state,
    @Nullable String severity) {

  /** All of them. */
  public static final FindingFilter ALL = new FindingFilter(null, null, null, null);
}
