package org.aidledger.api.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Checks API tokens; a good one is looked up again every few seconds. */
public final class TokenSignIn {

  private final ApiTokens tokens;
  private final Credentials credentials;
  private final Throttle byAddress;
  private final InstantSource clock;
  private final ShortMemory<String, Known> known;

  private record Known(ApiToken token, SignedIn who) {}

  TokenSignIn(
      ApiTokens tokens,
      Credentials credentials,
      SecuritySettings settings,
      Throttle byAddress,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.tokens = tokens;
    this.credentials = credentials;
    this.byAddress = byAddress;
    this.clock = clock;
    this.known = new ShortMemory<>(nanoTime, settings.standingFor(), settings.remembered());
  }

  SignInOutcome check(String text, String address) {
    // The digest stands for the token in memory too.
    String digest = ApiTokens.digest(text);
    Known found = known.get(digest);
    return found == null ? lookUp(text, digest, Address.group(address)) : judge(found);
  }

  /** Forgets a token that was revoked. */
  public void forget(UUID tokenId) {
    known.forget(entry -> entry.token.tokenId().equals(tokenId));
  }

  private SignInOutcome lookUp(String text, String digest, String address) {
    Duration wait = byAddress.begin(address);
    if (!wait.isZero()) {
      return new SignInOutcome.Throttled(wait);
    }
    boolean failed = false;
    try {
      Known found = find(text, digest);
      SignInOutcome outcome = found == null ? new SignInOutcome.Rejected() : judge(found);
      failed = outcome instanceof SignInOutcome.Rejected;
      return outcome;
    } finally {
      if (!failed) {
        byAddress.giveBack(address);
      }
    }
  }

  private SignInOutcome judge(Known found) {
    return found.token.isGood(clock.instant())
        ? new SignInOutcome.Accepted(found.who)
        : new SignInOutcome.Rejected();
  }

  private @Nullable Known find(String text, String digest) {
    long epoch = known.epoch();
    ApiToken token = tokens.byText(text).orElse(null);
    Credential owner = token == null ? null : credentials.byAccount(token.accountId()).orElse(null);
    if (token == null || owner == null) {
      return null;
    }
    SignedIn who = new SignedIn(token.accountId().value(), owner.generation(), token.tokenId());
    Known entry = new Known(token, who);
    known.put(digest, entry, epoch);
    return entry;
  }
}
