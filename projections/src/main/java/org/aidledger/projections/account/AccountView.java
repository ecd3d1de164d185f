package org.aidledger.projections.account;

import java.time.Instant;
import java.util.Set;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/** An account as it stands now; its secrets are kept elsewhere. */
public record AccountView(
    String accountId,
    SealedText username,
    Set<String> roles,
    boolean disabled,
    Instant openedAt,
    @Nullable Instant passwordChangedAt,
    long firstPosition,
    long lastPosition) {}
