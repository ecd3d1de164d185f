package org.aidledger.api.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.identity.NameBasedId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of tokens. */
public final class ApiTokens {

  private static final String PREFIX = "alt_";
  private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
  private static final int RANDOM_BYTES = 32;

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  public ApiTokens(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** A new token of 256 random bits; the prefix lets scanners of leaked secrets recognise it. */
  public String generate() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public void insert(
      UUID tokenId, String token, AccountId owner, String label, @Nullable Instant expiresAt) {
    jdbc.sql(
            """
            insert into security.api_token (token_id, token_hash, account_id, label, expires_at)
            values (?, ?, ?, ?, ?)
            """)
        .param(tokenId)
        .param(hash(token))
        .param(owner.value())
        .param(label)
        .param(expiresAt == null ? null : Timestamp.from(expiresAt))
        .update();
  }

  /** The token with this text, good or not. */
  Optional<ApiToken> byText(String token) {
    if (!FORM.matcher(token).matches()) {
      return Optional.empty();
    }
    return jdbc.sql("select * from security.api_token where token_hash = ?")
        .param(hash(token))
        .query(ApiTokens::row)
        .optional();
  }

  public Optional<ApiToken> byId(UUID tokenId) {
    return jdbc.sql("select * from security.api_token where token_id = ?")
        .param(tokenId)
        .query(ApiTokens::row)
        .optional();
  }

  /** All tokens of an account, the newest first. */
  public List<ApiToken> of(AccountId owner) {
    return jdbc.sql(
            "select * from security.api_token where account_id = ? order by created_at desc, token_id")
        .param(owner.value())
        .query(ApiTokens::row)
        .list();
  }

  public void revoke(UUID tokenId) {
    jdbc.sql(
            "update security.api_token set revoked_at = now() where token_id = ? and revoked_at is null")
        .param(tokenId)
        .update();
  }

  /** What stands for a token wherever it is compared but not kept. */
  static String digest(String token) {
    return Base64.getEncoder().encodeToString(hash(token));
  }

  private static byte[] hash(String token) {
    return NameBasedId.sha256().digest(token.getBytes(StandardCharsets.UTF_8));
  }

  private static ApiToken row(ResultSet row, int number) throws SQLException {
    return new ApiToken(
        row.getObject("token_id", UUID.class),
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getString("label"),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("expires_at")),
        instant(row.getTimestamp("revoked_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
