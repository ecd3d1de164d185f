package org.aidledger.api.security;

import java.time.Instant;
import java.util.UUID;
import org.aidledger.core.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A token that stands for an account, as it is kept: without the token itself.
 *
 * @param label the owner's note of what it is for
 * @param expiresAt null if it does not
 * @param revokedAt null if it was not
 */
public record ApiToken(
    UUID tokenId,
    AccountId accountId,
    String label,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {

  boolean isGood(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }
}
