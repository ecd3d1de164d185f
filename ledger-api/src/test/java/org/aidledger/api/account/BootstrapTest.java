package org.aidledger.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.aidledger.api.security.Credential;
import org.aidledger.api.security.Credentials;
import org.aidledger.api.security.Passwords;
import org.aidledger.api.security.SecuritySchema;
import org.aidledger.core.account.command.OpenAccount;
import org.aidledger.core.account.event.AccountOpened;
import org.aidledger.harness.MemoryBook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The first accounts of a new book. */
class BootstrapTest {

  private static final Pattern MADE_UP = Pattern.compile("^ {4}(\\S{20,})$", Pattern.MULTILINE);
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static final EmbeddedPostgres POSTGRES = start();

  private final MemoryBook book = new MemoryBook();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private DataSource dataSource = POSTGRES.getPostgresDatabase();

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    POSTGRES.close();
  }

  @BeforeEach
  void newDatabase() {
    String name = "first" + DATABASES.incrementAndGet();
    JdbcClient.create(POSTGRES.getPostgresDatabase()).sql("create database " + name).update();
    dataSource = POSTGRES.getDatabase("postgres", name);
    SecuritySchema.migrate(dataSource);
  }

  @Test
  void opensAllWithTheGivenPasswordAndDoesNotPrintIt() {
    run("the chosen password");

    assertThat(credentials().all())
        .extracting(Credential::username)
        .containsExactlyInAnyOrderElementsOf(Bootstrap.FIRST_ACCOUNTS.keySet());
    for (Credential credential : credentials().all()) {
      assertThat(matches("the chosen password", credential)).isTrue();
      assertThat(book.rolesOf(credential.accountId()))
          .containsExactly(Bootstrap.FIRST_ACCOUNTS.get(credential.username()));
      assertThat(credential.admin()).isEqualTo(credential.username().equals("admin"));
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("finance2", "LEDGER_BOOTSTRAP_PASSWORD")
        .doesNotContain("the chosen password");
  }

  @Test
  void makesUpOnePasswordAndPrintsItOnce() {
    run(null);
    Matcher matcher = MADE_UP.matcher(printed.toString(StandardCharsets.UTF_8));

    assertThat(matcher.find()).isTrue();
    assertThat(credentials().all()).allMatch(c -> matches(matcher.group(1), c));
    assertThat(matcher.find()).isFalse();
  }

  @Test
  void happensOnce() {
    run("the first password");
    printed.reset();
    run("another password");

    assertThat(printed.size()).isZero();
    assertThat(credentials().all())
        .hasSize(8)
        .allMatch(c -> matches("the first password", c) && c.generation() == 0);
  }

  @Test
  void anInterruptedStartIsCompletedByTheNext() {
    for (boolean after : new boolean[] {true, false}) {
      newDatabase();
      if (after) {
        book.crashAfter(OpenAccount.class);
      } else {
        book.crashBefore(OpenAccount.class);
      }
      assertThatThrownBy(() -> run(null)).hasMessageContaining("crash");
      assertThat(credentials().all()).as("nobody can sign in yet").isEmpty();

      run("the second password");

      assertThat(credentials().all())
          .hasSize(8)
          .allMatch(c -> matches("the second password", c))
          .allMatch(
              c ->
                  book.eventsOf(c.accountId()).stream()
                          .filter(AccountOpened.class::isInstance)
                          .count()
                      == 1);
    }
  }

  @Test
  void twoProcessesThatStartAtOnceOpenEachAccountOnce() throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<?> one = threads.submit(() -> run("password of one of them"));
      Future<?> other = threads.submit(() -> run("password of one of them"));
      one.get();
      other.get();
    }
    assertThat(credentials().all()).hasSize(8);
    assertThat(printed.toString(StandardCharsets.UTF_8)).containsOnlyOnce("finance2");
  }

  @Test
  void anInterruptedStartDoesNotTouchAnOfficeThatIsAtWork() {
    run("the first password");
    JdbcClient jdbc = JdbcClient.create(dataSource);
    jdbc.sql("delete from security.bootstrap").update();
    jdbc.sql("update security.credential set username = 'zhang.san' where username = 'finance2'")
        .update();

    run("another password");

    assertThat(credentials().all()).hasSize(8).allMatch(c -> matches("the first password", c));
  }

  /** As a process of its own would: with objects of its own on the same database. */
  private void run(@Nullable String password) {
    AccountLock lock = new AccountLock(dataSource);
    AccountOpening opening = new AccountOpening(credentials(), book, book, book);
    new Bootstrap(lock, opening, credentials(), new Passwords(4), dataSource)
        .run(password, new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private Credentials credentials() {
    return new Credentials(dataSource);
  }

  private static boolean matches(String password, Credential credential) {
    return new BCryptPasswordEncoder().matches(password, credential.passwordHash());
  }
}
