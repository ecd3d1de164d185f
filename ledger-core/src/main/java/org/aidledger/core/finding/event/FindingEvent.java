package org.aidledger.core.finding.event;

import org.jspecify.annotations.Nullable;

/** A fact about one finding. */
public sealed interface FindingEvent permits FindingRaised, FindingAnswered, FindingClosed {

  String findingId();

  /** The fund that it is about; absent if it is about the organisation as a whole. */
  @Nullable String fundId();
}
