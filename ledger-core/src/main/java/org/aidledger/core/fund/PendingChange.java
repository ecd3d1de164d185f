package org.aidledger.core.fund;

import org.jspecify.annotations.Nullable;

/** Proposed terms that wait for a second person; what is absent stays as it is. */
record PendingChange(
    String changeId,
    String proposedBy,
    @Nullable String purpose,
    @Nullable Long approvalThreshold,
    boolean thresholdRemoved) {}
