package org.aidledger.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.aidledger.core.account.event.PasswordChanged;
import org.aidledger.harness.Client;
import org.aidledger.harness.MemoryBook;
import org.aidledger.harness.People;
import org.aidledger.harness.WebSide;
import org.aidledger.harness.WebSideTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everyone keeps their own password; administrators help those who lost theirs. */
@WebSideTest
class PasswordApiTest {

  private static final String ME = "/api/v1/accounts/me";

  @LocalServerPort private int port;
  @Autowired private MemoryBook book;
  private People people;
  private Client admin;

  @BeforeEach
  void signIn() {
    people = new People(port);
    admin = new Client(port).basic("admin", WebSide.PASSWORD);
  }

  @Test
  void onesOwnPasswordChangesWithTheOldOneAndTheOldOneStopsAtOnce() {
    String name = people.open(Role.FINANCE);
    String id = people.idOf(name);
    Client old = new Client(port).basic(name, People.PASSWORD);
    String path = "/api/v1/accounts/" + id + "/password";

    assertThat(old.post(path, "{\"password\":\"brand new password\"}").problem())
        .isEqualTo("FIELD_MISSING oldPassword");
    assertThat(old.post(path, body("brand new password", "not the old one")).problem())
        .isEqualTo("OLD_PASSWORD_WRONG oldPassword");
    assertThat(old.post(path, body("short", People.PASSWORD)).problem())
        .isEqualTo("PASSWORD_TOO_SHORT password");
    assertThat(old.post(path, body("brand new password", People.PASSWORD)).status()).isEqualTo(200);
    assertThat(old.get(ME).status()).isEqualTo(401);
    assertThat(new Client(port).basic(name, "brand new password").get(ME).status()).isEqualTo(200);
    assertThat(book.eventsOf(AccountId.of(id))).contains(new PasswordChanged(id));
  }

  @Test
  void anothersPasswordIsForAdministrators() {
    String id = people.idOf(people.open(Role.FINANCE));
    String path = "/api/v1/accounts/" + id + "/password";
    Client finance = new Client(port).basic("finance", WebSide.PASSWORD);

    assertThat(finance.post(path, body("brand new password", "x")).problem())
        .isEqualTo("ROLE_MISSING");
    assertThat(admin.post(path, "{\"password\":\"brand new password\"}").status()).isEqualTo(200);
  }

  private static String body(String password, String old) {
    return "{\"password\":\"" + password + "\",\"oldPassword\":\"" + old + "\"}";
  }
}
