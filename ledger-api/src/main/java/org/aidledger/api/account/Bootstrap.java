package org.aidledger.api.account;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.api.security.Credential;
import org.aidledger.api.security.Credentials;
import org.aidledger.api.security.Passwords;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first accounts of a new book. An interrupted first start is completed by the next one, with
 * the password of that one for all; a second process that starts at once waits and finds them
 * there.
 */
public final class Bootstrap {

  /** Who opens the first accounts, when there is nobody yet: the system itself. */
  public static final AccountId SYSTEM = new AccountId(new UUID(0, 0));

  /** User names and roles of the first accounts. */
  public static final Map<String, Role> FIRST_ACCOUNTS = firstAccounts();

  private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);

  /** Without letters and digits that look alike; 24 of these 54 are 138 bits. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int PASSWORD_LENGTH = 24;

  private final AccountLock lock;
  private final AccountOpening opening;
  private final Credentials credentials;
  private final Passwords passwords;
  private final JdbcClient jdbc;

  Bootstrap(
      AccountLock lock,
      AccountOpening opening,
      Credentials credentials,
      Passwords passwords,
      DataSource dataSource) {
    this.lock = lock;
    this.opening = opening;
    this.credentials = credentials;
    this.passwords = passwords;
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Opens the first accounts if that was not done before. To be called once orders can be carried
   * out.
   *
   * @param given the password that the operator chose; if null, one is made up and printed
   * @param out where people look, not the log, which is kept
   */
  public void run(@Nullable String given, PrintStream out) {
    boolean chosen = given != null && !given.isBlank();
    String password = chosen && given != null ? given : random();
    lock.hold(
        () -> {
          if (!isNeeded()) {
            return null;
          }
          FIRST_ACCOUNTS.forEach((username, role) -> open(username, role, password));
          announce(chosen ? null : password, out);
          // Last, so that a crash before this line leads to a new start with a new password.
          jdbc.sql("insert into security.bootstrap default values").update();
          return null;
        });
    if (chosen && password.length() < Passwords.MIN_LENGTH) {
      LOG.warn(
          "LEDGER_BOOTSTRAP_PASSWORD has fewer than {} characters; change the first passwords.",
          Passwords.MIN_LENGTH);
    }
  }

  /** Whether no account exists, or only those of an interrupted first start. */
  private boolean isNeeded() {
    boolean completed =
        jdbc.sql("select exists (select from security.bootstrap)").query(Boolean.class).single();
    return !completed
        && credentials.all().stream().allMatch(c -> FIRST_ACCOUNTS.containsKey(c.username()));
  }

  private void open(String username, Role role, String password) {
    String hash = passwords.hash(password);
    Optional<Credential> before = credentials.byUsername(username);
    if (before.isPresent() && before.get().state() != Credential.State.RESERVED) {
      // From the interrupted start, whose password nobody may have seen.
      credentials.changePassword(before.get().accountId(), hash);
    } else {
      opening.open(username, hash, Set.of(role), SYSTEM);
    }
  }

  private static void announce(@Nullable String madeUp, PrintStream out) {
    String names = String.join(", ", FIRST_ACCOUNTS.keySet());
    out.println();
    out.println("  首次启动，已建立账号 / first start, accounts opened:");
    out.println("    " + names);
    if (madeUp == null) {
      out.println("  密码取自 / password taken from LEDGER_BOOTSTRAP_PASSWORD");
    } else {
      out.println("  初始密码（只显示这一次）/ first password (shown only this once):");
      out.println("    " + madeUp);
    }
    out.println("  请各人登录后更改密码。Each person should change it after signing in.");
    out.println();
    out.flush();
  }

  private static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder(PASSWORD_LENGTH);
    for (int i = 0; i < PASSWORD_LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static Map<String, Role> firstAccounts() {
    Map<String, Role> accounts = new LinkedHashMap<>();
    accounts.put("finance", Role.FINANCE);
    accounts.put("finance2", Role.FINANCE);
    accounts.put("cashier", Role.CASHIER);
    accounts.put("approver", Role.APPROVER);
    accounts.put("approver2", Role.APPROVER);
    accounts.put("auditor", Role.AUDITOR);
    accounts.put("viewer", Role.VIEWER);
    accounts.put("admin", Role.ADMIN);
    return Collections.unmodifiableMap(accounts);
  }
}
