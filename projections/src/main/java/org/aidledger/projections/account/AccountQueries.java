package org.aidledger.projections.account;

import static org.aidledger.projections.query.Fields.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.projections.Json;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Fields;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.query.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds accounts and what they may do. */
public final class AccountQueries {

  private final JdbcClient jdbc;

  public AccountQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The account, if there is one. */
  public Optional<AccountView> one(String accountId) {
    UUID id = Fields.id(accountId);
    return id == null
        ? Optional.empty()
        : jdbc.sql("select * from live.account where account_id = ?")
            .param(id)
            .query(AccountQueries::account)
            .optional();
  }

  /** The roles of an account that may sign in, none if it may not; one look into an index. */
  public Set<String> roles(String accountId) {
    UUID id = Fields.id(accountId);
    return id == null
        ? Set.of()
        : jdbc.sql("select roles from live.account where account_id = ? and not disabled")
            .param(id)
            .query((row, number) -> roles(row))
            .optional()
            .orElse(Set.of());
  }

  /**
   * Accounts in the order in which they were opened.
   *
   * @param limit at most {@link Page#MAX}
   */
  public Page<AccountView> list(@Nullable Cursor after, int limit) {
    Where where =
        new Where()
            .and("first_position > :after", "after", after == null ? null : after.position());
    List<AccountView> found =
        jdbc.sql(
                "select * from live.account %s order by first_position limit %d"
                    .formatted(where.sql(), Page.limit(limit) + 1))
            .params(where.values())
            .query(AccountQueries::account)
            .list();
    return Page.of(found, limit, account -> new Cursor(account.firstPosition(), 0));
  }

  /** The tokens of an account, the newest first, at most {@link Page#MAX}. */
  public List<TokenView> tokens(String accountId) {
    UUID id = Fields.id(accountId);
    return id == null
        ? List.of()
        : jdbc.sql(
                "select * from live.token where account_id = ? order by first_position desc limit "
                    + Page.MAX)
            .param(id)
            .query(AccountQueries::token)
            .list();
  }

  private static AccountView account(ResultSet row, int number) throws SQLException {
    return new AccountView(
        text(row, "account_id"),
        Fields.sealed(row, "username"),
        roles(row),
        row.getBoolean("disabled"),
        Fields.time(row, "opened_at"),
        Fields.timeOrNull(row, "password_changed_at"),
        row.getLong("first_position"),
        row.getLong("last_position"));
  }

  private static Set<String> roles(ResultSet row) throws SQLException {
    return new LinkedHashSet<>(Json.names(text(row, "roles")));
  }

  private static TokenView token(ResultSet row, int number) throws SQLException {
    return new TokenView(
        text(row, "token_id"),
        text(row, "account_id"),
        Fields.time(row, "issued_at"),
        row.getBoolean("revoked"));
  }
}
