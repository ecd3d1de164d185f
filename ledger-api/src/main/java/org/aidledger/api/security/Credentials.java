package org.aidledger.api.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.core.account.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of credentials. */
public final class Credentials {

  private final JdbcClient jdbc;

  public Credentials(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Finds by name, in any case of letters.
   *
   * @param username of the form that {@link Passwords#isUsername} allows
   */
  public Optional<Credential> byUsername(String username) {
    return jdbc.sql("select * from security.credential where lower(username) = lower(?)")
        .param(username)
        .query(Credentials::row)
        .optional();
  }

  public Optional<Credential> byAccount(AccountId id) {
    return jdbc.sql("select * from security.credential where account_id = ?")
        .param(id.value())
        .query(Credentials::row)
        .optional();
  }

  /** Every account that the book knows, by name. */
  public List<Credential> all() {
    return jdbc.sql("select * from security.credential where state <> 'RESERVED' order by username")
        .query(Credentials::row)
        .list();
  }

  /** Takes a name for an account that cannot sign in yet. */
  public void reserve(AccountId id, String username, String passwordHash) {
    jdbc.sql(
            "insert into security.credential (account_id, username, password_hash) values (?, ?, ?)")
        .params(id.value(), username, passwordHash)
        .update();
  }

  /** Gives a name back that was reserved. */
  public void release(AccountId id) {
    jdbc.sql("delete from security.credential where account_id = ? and state = 'RESERVED'")
        .param(id.value())
        .update();
  }

  /** Lets an account sign in, which the book knows by now. */
  public void activate(AccountId id, String passwordHash, boolean admin) {
    jdbc.sql(
            """
            update security.credential
            set state = 'ACTIVE', password_hash = ?, admin = ?
            where account_id = ? and state <> 'DISABLED'
            """)
        .params(passwordHash, admin, id.value())
        .update();
  }

  public void disable(AccountId id) {
    jdbc.sql("update security.credential set state = 'DISABLED' where account_id = ?")
        .param(id.value())
        .update();
  }

  public void changePassword(AccountId id, String passwordHash) {
    jdbc.sql(
            """
            update security.credential
            set password_hash = ?, generation = generation + 1, password_changed_at = now()
            where account_id = ?
            """)
        .params(passwordHash, id.value())
        .update();
  }

  public void setAdmin(AccountId id, boolean admin) {
    jdbc.sql("update security.credential set admin = ? where account_id = ?")
        .params(admin, id.value())
        .update();
  }

  /** Whether an administrator other than this account can sign in. */
  public boolean hasAdminBesides(AccountId id) {
    return jdbc.sql(
            """
            select exists (
              select from security.credential
              where admin and state = 'ACTIVE' and account_id <> ?)
            """)
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  private static Credential row(ResultSet row, int number) throws SQLException {
    return new Credential(
        new AccountId(row.getObject("account_id", UUID.class)),
        row.getString("username"),
        row.getString("password_hash"),
        Credential.State.valueOf(row.getString("state")),
        row.getInt("generation"),
        row.getBoolean("admin"),
        row.getTimestamp("password_changed_at").toInstant());
  }
}
