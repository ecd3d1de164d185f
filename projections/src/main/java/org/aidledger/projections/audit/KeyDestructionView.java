package org.aidledger.projections.audit;

import java.time.Instant;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * A person's key that was asked to be destroyed, or was destroyed.
 *
 * @param state REQUESTED or DESTROYED
 */
public record KeyDestructionView(
    String subjectId,
    String state,
    @Nullable SealedText reason,
    String requestedBy,
    @Nullable Instant requestedAt,
    @Nullable String confirmedBy,
    @Nullable Instant destroyedAt,
    long firstPosition,
    long lastPosition) {}
