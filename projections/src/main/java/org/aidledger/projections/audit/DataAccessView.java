package org.aidledger.projections.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reading of personal data.
 *
 * @param subjectId whose data it was
 * @param context the stream on which it stands
 */
public record DataAccessView(
    long position,
    String accessId,
    Instant recordedAt,
    @Nullable String actor,
    String subjectId,
    String field,
    String context) {}
