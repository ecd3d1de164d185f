package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.aidledger.api.security.SignInOutcome.Accepted;
import org.aidledger.api.security.SignInOutcome.Rejected;
import org.aidledger.api.security.SignInOutcome.Throttled;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.aidledger.harness.Client;
import org.aidledger.harness.People;
import org.aidledger.harness.WebSide;
import org.aidledger.harness.WebSideTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What another process on the same database knows of a change that this one made, and when. */
@WebSideTest
class TwoProcessesTest {

  private static final String NEW = "brand new password";
  private static final String HERE = "192.0.2.1";

  private final AtomicLong now = new AtomicLong();
  private final SecuritySettings settings =
      new SecuritySettings(
          4, Duration.ofSeconds(60), Duration.ofSeconds(5), 100, 10, 3, Duration.ofMinutes(5));

  @LocalServerPort private int port;
  @Autowired private DataSource dataSource;
  private String name = "";
  private String id = "";
  private SignIn other;
  private Standings itsStandings;

  @BeforeEach
  void openAccount() {
    People people = new People(port);
    name = people.open(Role.FINANCE);
    id = people.idOf(name);
    Credentials credentials = new Credentials(dataSource);
    Throttle byAddress = new Throttle(now::get, Duration.ofMinutes(5), 3, 100);
    other = new SignIn(credentials, new Passwords(4), settings, byAddress, now::get);
    itsStandings = new Standings(credentials, settings, now::get);
  }

  @Test
  void theOldPasswordEndsWithinSecondsThere() {
    SignedIn who = accepted(People.PASSWORD);
    assertThat(itsStandings.stillGood(who)).isTrue();

    change();

    assertThat(accepted(People.PASSWORD)).as("still remembered").isEqualTo(who);
    now.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(itsStandings.stillGood(who)).isFalse();
    other.forget(AccountId.of(id));
    assertThat(other.check(name, People.PASSWORD, HERE)).isInstanceOf(Rejected.class);
  }

  @Test
  void theNewPasswordWorksThereAtOnce() {
    assertThat(itsStandings.stillGood(accepted(People.PASSWORD))).isTrue();

    change();

    assertThat(itsStandings.stillGood(accepted(NEW))).isTrue();
  }

  @Test
  void aVerifiedPasswordIsCheckedAgainAfterAMinute() {
    accepted(People.PASSWORD);
    change();
    now.addAndGet(Duration.ofSeconds(60).toNanos());

    assertThat(other.check(name, People.PASSWORD, HERE)).isInstanceOf(Rejected.class);
  }

  @Test
  void guessingManyNamesFromOneAddressIsSlowed() {
    for (int i = 0; i < 3; i++) {
      assertThat(other.check("name-" + i, "wrong", HERE)).isInstanceOf(Rejected.class);
    }

    assertThat(other.check(name, "wrong", HERE)).isInstanceOf(Throttled.class);
    assertThat(other.check(name, People.PASSWORD, "192.0.2.2")).isInstanceOf(Accepted.class);
    now.addAndGet(Duration.ofMinutes(5).toNanos());
    assertThat(other.check(name, "wrong", HERE)).isInstanceOf(Rejected.class);
  }

  @Test
  void aNameThatDoesNotExistTakesAsLongAsAWrongPassword() {
    Credentials credentials = new Credentials(dataSource);
    Passwords slow = new Passwords(10);
    credentials.changePassword(AccountId.of(id), slow.hash(NEW));
    Credential known = credentials.byUsername(name).orElseThrow();
    slow.matches("warm up", null);

    long wrong = nanos(() -> slow.matches("wrong", known));
    long unknown = nanos(() -> slow.matches("wrong", null));

    assertThat(unknown).isBetween(wrong / 4, wrong * 4);
  }

  private static long nanos(Runnable work) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      work.run();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  private SignedIn accepted(String password) {
    SignInOutcome outcome = other.check(name, password, HERE);
    assertThat(outcome).isInstanceOf(Accepted.class);
    return ((Accepted) outcome).who();
  }

  private void change() {
    Client.Answer answer =
        new Client(port)
            .basic("admin", WebSide.PASSWORD)
            .post("/api/v1/accounts/" + id + "/password", "{\"password\":\"" + NEW + "\"}");
    assertThat(answer.status()).isEqualTo(200);
  }
}
