package org.aidledger.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.aidledger.core.account.command.OpenAccount;
import org.aidledger.core.account.event.AccountDisabled;
import org.aidledger.core.account.event.AccountOpened;
import org.aidledger.core.account.event.RoleGranted;
import org.aidledger.core.account.event.RoleRevoked;
import org.aidledger.harness.Client;
import org.aidledger.harness.Client.Answer;
import org.aidledger.harness.MemoryBook;
import org.aidledger.harness.People;
import org.aidledger.harness.WebSide;
import org.aidledger.harness.WebSideTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Administrators keep accounts. */
@WebSideTest
class AccountApiTest {

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
  void aNewAccountIsInTheBookWithoutItsNameAndCanSignIn() {
    Answer opened = admin.post("/api/v1/accounts", account("li.ming", "CASHIER"));
    AccountId id = AccountId.of(opened.json().path("accountId").asString());

    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.json().path("username").asString()).isEqualTo("li.ming");
    assertThat(opened.json().path("roles").get(0).asString()).isEqualTo("CASHIER");
    assertThat(opened.header("Ledger-Position")).isEqualTo("41");
    assertThat(book.eventsOf(id)).hasSize(2).first().isInstanceOf(AccountOpened.class);
    assertThat(book.eventsOf(id).toString()).doesNotContain("li.ming");
    assertThat(new Client(port).basic("li.ming", People.PASSWORD).get(ME).status()).isEqualTo(200);
  }

  @Test
  void aNameIsGivenOnce() {
    String name = people.open(Role.VIEWER);
    Answer again = admin.post("/api/v1/accounts", account(name, "VIEWER"));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("USERNAME_TAKEN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "username | X | USERNAME_MALFORMED username",
        "username | Upper | USERNAME_MALFORMED username",
        "username | 李明 | USERNAME_MALFORMED username",
        "password | short | PASSWORD_TOO_SHORT password",
        "password | 一二三四五六七八九十一二三四五六七八九十一二三四五 | PASSWORD_TOO_LONG password",
        "roles | ROOT | VALUE_NOT_ALLOWED roles[0]"
      })
  void aBadFieldIsNamed(String field, String value, String problem) {
    String body =
        field.equals("roles")
            ? account("some.name", value)
            : account("some.name", "VIEWER")
                .replaceAll("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + value + "\"");
    Answer answer = admin.post("/api/v1/accounts", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo(problem);
  }

  @Test
  void rolesThatExcludeEachOtherLeaveTheNameFree() {
    Answer both =
        admin.post(
            "/api/v1/accounts",
            account("wang.fang", "ADMIN").replace("[\"ADMIN\"]", "[\"ADMIN\",\"CASHIER\"]"));

    assertThat(both.status()).isEqualTo(409);
    assertThat(both.problem()).isEqualTo("ROLE_CONFLICT");
    assertThat(admin.post("/api/v1/accounts", account("wang.fang", "ADMIN")).status())
        .isEqualTo(201);
  }

  @Test
  void anAccountThatGotStuckHalfWayIsCompletedByAskingAgain() {
    book.crashAfter(OpenAccount.class);
    assertThat(admin.post("/api/v1/accounts", account("stuck.after", "VIEWER")).status())
        .isEqualTo(500);
    book.crashBefore(OpenAccount.class);
    assertThat(admin.post("/api/v1/accounts", account("stuck.before", "VIEWER")).status())
        .isEqualTo(500);

    for (String name : List.of("stuck.after", "stuck.before")) {
      Client client = new Client(port).basic(name, People.PASSWORD);
      assertThat(client.get(ME).status()).as("not in yet").isEqualTo(401);
      Answer again = admin.post("/api/v1/accounts", account(name, "VIEWER"));
      assertThat(again.status()).isEqualTo(201);
      assertThat(client.get(ME).status()).isEqualTo(200);
      AccountId id = AccountId.of(again.json().path("accountId").asString());
      assertThat(book.eventsOf(id)).filteredOn(AccountOpened.class::isInstance).hasSize(1);
    }
  }

  @Test
  void rolesAreExactlyThoseGiven() {
    String name = people.open(Role.FINANCE);
    String id = people.idOf(name);
    Answer changed = put(id, "[\"APPROVER\",\"CASHIER\"]");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().path("roles").toString()).isEqualTo("[\"APPROVER\",\"CASHIER\"]");
    assertThat(book.eventsOf(AccountId.of(id)))
        .contains(
            new RoleRevoked(id, "FINANCE"),
            new RoleGranted(id, "APPROVER"),
            new RoleGranted(id, "CASHIER"));
    assertThat(new Client(port).basic(name, People.PASSWORD).get(ME).json().path("roles").size())
        .isEqualTo(2);
  }

  @Test
  void anAdministratorCannotGiveItselfARole() {
    String id = admin.get(ME).json().path("accountId").asString();
    Answer answer = put(id, "[\"ADMIN\",\"VIEWER\"]");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("SELF_GRANT");
  }

  @Test
  void theListShowsEveryAccountToAdministratorsAndAuditors() {
    String name = people.open(Role.VIEWER);

    assertThat(
            admin
                .get("/api/v1/accounts")
                .json()
                .path("items")
                .valueStream()
                .map(a -> a.path("username").asString())
                .toList())
        .contains(name, "finance", "admin")
        .isSorted();
    assertThat(new Client(port).basic("auditor", WebSide.PASSWORD).get("/api/v1/accounts").status())
        .isEqualTo(200);
    assertThat(new Client(port).basic("finance", WebSide.PASSWORD).get("/api/v1/accounts").status())
        .isEqualTo(403);
    assertThat(admin.get("/api/v1/accounts").text()).doesNotContain("$2a$", "password\"");
  }

  @Test
  void aDisabledAccountIsOutAtOnce() {
    String name = people.open(Role.VIEWER);
    String id = people.idOf(name);
    Client client = new Client(port).basic(name, People.PASSWORD);
    assertThat(client.get(ME).status()).isEqualTo(200);

    Answer disabled = admin.post("/api/v1/accounts/" + id + "/disable", "");

    assertThat(disabled.status()).isEqualTo(200);
    assertThat(disabled.json().path("disabled").asBoolean()).isTrue();
    assertThat(client.get(ME).problem()).isEqualTo("BAD_CREDENTIALS");
    assertThat(book.eventsOf(AccountId.of(id))).contains(new AccountDisabled(id));
    assertThat(admin.post("/api/v1/accounts/" + id + "/disable", "").status())
        .as("asked again")
        .isEqualTo(200);
    assertThat(put(id, "[\"VIEWER\",\"FINANCE\"]").problem()).isEqualTo("ACCOUNT_DISABLED");
  }

  @Test
  void nobodyDisablesThemselves() {
    String id = admin.get(ME).json().path("accountId").asString();

    assertThat(admin.post("/api/v1/accounts/" + id + "/disable", "").problem())
        .isEqualTo("LAST_ADMIN");
    assertThat(book.refusals())
        .anyMatch(r -> r.order().equals("DisableAccount") && r.code().equals("LAST_ADMIN"));
  }

  @Test
  void anUnknownAccountIsNotFound() {
    String nowhere = "/api/v1/accounts/" + UUID.randomUUID();

    assertThat(admin.get(nowhere).status()).isEqualTo(404);
    assertThat(admin.post(nowhere + "/disable", "").problem()).isEqualTo("NOT_FOUND");
    assertThat(admin.get("/api/v1/accounts/x").problem()).isEqualTo("ID_MALFORMED accountId");
  }

  private Answer put(String id, String roles) {
    return admin.send(
        "PUT",
        "/api/v1/accounts/" + id + "/roles",
        BodyPublishers.ofString("{\"roles\":" + roles + "}"),
        "Content-Type",
        "application/json");
  }

  private static String account(String name, String role) {
    return """
        {"username":"%s","password":"%s","roles":["%s"]}"""
        .formatted(name, People.PASSWORD, role);
  }
}
