package org.aidledger.api.web.account;

import java.time.Clock;
import java.util.List;
import org.aidledger.api.security.ApiToken;
import org.aidledger.api.web.text.Times;
import org.jspecify.annotations.Nullable;

/**
 * A token in words, never its secret.
 *
 * @param expires when it ends by itself, absent if it never does
 * @param state as a part of the key of its word among the messages
 */
record TokenRow(String id, String label, String created, @Nullable String expires, String state) {

  static List<TokenRow> of(List<ApiToken> tokens, Clock clock) {
    return tokens.stream().map(token -> of(token, clock)).toList();
  }

  private static TokenRow of(ApiToken token, Clock clock) {
    var expires = token.expiresAt();
    String state =
        token.revokedAt() != null
            ? "revoked"
            : expires != null && !clock.instant().isBefore(expires) ? "expired" : "good";
    return new TokenRow(
        token.tokenId().toString(),
        token.label(),
        Times.minute(token.createdAt(), clock.getZone()),
        expires == null ? null : Times.minute(expires, clock.getZone()),
        state);
  }
}
