package org.aidledger.api.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.admission.BesideTheBook;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.security.AnyAccount;
import org.aidledger.api.security.ApiToken;
import org.aidledger.core.account.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API tokens of the account that asks. */
@BesideTheBook
@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {

  private static final int MAX_LABEL = 100;
  private static final int MAX_DAYS = 3660;

  record IssueTokenBody(String label, @Nullable Integer expiresInDays) {}

  record TokenIssuedAnswer(String tokenId, String token, @Nullable Instant expiresAt) {}

  record TokenAnswer(
      String tokenId,
      String accountId,
      String label,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt) {}

  record TokenList(List<TokenAnswer> items) {}

  private final Tokens tokens;
  private final OwnPassword ownPassword;

  TokenController(Tokens tokens, OwnPassword ownPassword) {
    this.tokens = tokens;
    this.ownPassword = ownPassword;
  }

  @PostMapping
  @AnyAccount
  ResponseEntity<TokenIssuedAnswer> issue(@JsonBody(IssueTokenBody.class) Shape body, Actor actor) {
    ownPassword.requireSignedInByPassword();
    IssueTokenBody order =
        body.read(
            b ->
                new IssueTokenBody(
                    b.text("label", MAX_LABEL), b.optionalInteger("expiresInDays", 1, MAX_DAYS)));
    Integer days = order.expiresInDays();
    Tokens.Issued issued =
        tokens.issue(actor.accountId(), order.label(), days == null ? null : Duration.ofDays(days));
    return ResponseEntity.status(HttpStatus.CREATED)
        .header(AccountController.POSITION, Long.toString(issued.position()))
        .body(
            new TokenIssuedAnswer(issued.tokenId().toString(), issued.token(), issued.expiresAt()));
  }

  @GetMapping
  @AnyAccount
  TokenList list(Actor actor) {
    return new TokenList(
        tokens.of(actor.accountId()).stream().map(TokenController::answer).toList());
  }

  /** One's own token; an administrator may revoke any. */
  @DeleteMapping("/{tokenId}")
  @AnyAccount
  TokenAnswer revoke(@PathVariable UUID tokenId, Actor actor) {
    return answer(tokens.revoke(tokenId, actor.accountId(), actor.has(Role.ADMIN)));
  }

  private static TokenAnswer answer(ApiToken token) {
    return new TokenAnswer(
        token.tokenId().toString(),
        token.accountId().toString(),
        token.label(),
        token.createdAt(),
        token.expiresAt(),
        token.revokedAt());
  }
}
