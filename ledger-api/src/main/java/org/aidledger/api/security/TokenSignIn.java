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
  private final SharedLookUp<Asked, SignInOutcome> underWay = new SharedLookUp<>();

  /** What is asked after something was forgotten is not answered by what was looked up before. */
  private record Asked(String digest, long epoch) {}

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
    if (found != null) {
      return judge(found);
    }
    // A program with many connections is one attempt, however many wait when its token falls due.
    Asked asked = new Asked(digest, known.epoch());
    return underWay.ask(asked, () -> lookUp(text, asked, Address.group(address)));
  }

  /** Forgets a token that was revoked. */
  public void forget(UUID tokenId) {
    known.forget(entry -> entry.token.tokenId().equals(tokenId));
  }

  private SignInOutcome lookUp(String text, Asked asked, String address) {
    Duration wait = byAddress.begin(address);
    if (!wait.isZero()) {
      return new SignInOutcome.Throttled(wait);
    }
    boolean failed = false;
    try {
      Known found = find(text, asked);
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

  private @Nullable Known find(String text, Asked asked) {
    ApiToken token = tokens.byText(text).orElse(null);
    Credential owner = token == null ? null : credentials.byAccount(token.accountId()).orElse(null);
    if (token == null || owner == null) {
      return null;
    }
    SignedIn who = new SignedIn(token.accountId().value(), owner.generation(), token.tokenId());
    Known entry = new Known(token, who);
    known.put(asked.digest, entry, asked.epoch);
    return entry;
  }
}
