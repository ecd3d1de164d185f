package org.aidledger.projections.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that a rule refused.
 *
 * @param code the rule's stable code
 * @param subjectOfCommand the donation, payout or other thing that the command was about
 * @param facts figures and identifiers, never personal data
 */
public record RefusalView(
    long position,
    String refusalId,
    Instant recordedAt,
    @Nullable String actor,
    String command,
    String code,
    @Nullable String fundId,
    @Nullable String subjectOfCommand,
    Map<String, String> facts) {}
