package org.aidledger.api.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.ApiToken;
import org.aidledger.api.security.ApiTokens;
import org.aidledger.api.security.TokenSignIn;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.command.IssueToken;
import org.aidledger.core.account.command.RevokeToken;
import org.jspecify.annotations.Nullable;

/** Issues and revokes tokens; as with accounts, the book knows first and forgets last. */
public final class Tokens {

  /** A token with its text, which is shown once and kept nowhere. */
  public record Issued(UUID tokenId, String token, @Nullable Instant expiresAt, long position) {}

  private final ApiTokens tokens;
  private final TokenSignIn signIn;
  private final Ledger ledger;
  private final InstantSource clock;

  Tokens(ApiTokens tokens, TokenSignIn signIn, Ledger ledger, InstantSource clock) {
    this.tokens = tokens;
    this.signIn = signIn;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Issues a token.
   *
   * @param lifetime null if it does not expire
   */
  public Issued issue(AccountId owner, String label, @Nullable Duration lifetime) {
    UUID tokenId = UUID.randomUUID();
    String token = tokens.generate();
    Instant expiresAt = lifetime == null ? null : clock.instant().plus(lifetime);
    long position = ledger.execute(new IssueToken(owner, tokenId.toString()), owner).position();
    tokens.insert(tokenId, token, owner, label, expiresAt);
    return new Issued(tokenId, token, expiresAt, position);
  }

  public List<ApiToken> of(AccountId owner) {
    return tokens.of(owner);
  }

  /**
   * Revokes a token.
   *
   * @param any whether the actor may revoke the tokens of others
   * @throws ApiProblem NOT_FOUND, also for the token of someone else
   */
  public ApiToken revoke(UUID tokenId, AccountId actor, boolean any) {
    ApiToken token =
        tokens
            .byId(tokenId)
            .filter(t -> any || t.accountId().equals(actor))
            .orElseThrow(() -> ApiProblem.notFound("token"));
    tokens.revoke(tokenId);
    signIn.forget(tokenId);
    ledger.execute(new RevokeToken(token.accountId(), tokenId.toString()), actor);
    return tokens.byId(tokenId).orElseThrow();
  }
}
