package org.aidledger.core.refusal.event;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A rule refused a command; facts are figures and identifiers, never personal data. */
@Revision("1")
public record CommandRefused(
    String refusalId,
    String command,
    String code,
    @Nullable String fundId,
    @Nullable String subjectOfCommand,
    Map<String, String> facts) {}
