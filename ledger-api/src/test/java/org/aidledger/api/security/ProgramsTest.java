package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aidledger.core.account.Role;
import org.aidledger.harness.Client;
import org.aidledger.harness.Client.Answer;
import org.aidledger.harness.MemoryBook;
import org.aidledger.harness.People;
import org.aidledger.harness.WebSide;
import org.aidledger.harness.WebSideTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Programs sign in with each request. */
@WebSideTest
class ProgramsTest {

  private static final String ACTOR = "/api/v1/samples/actor";

  @LocalServerPort private int port;
  @Autowired private MemoryBook book;
  private People people;

  @BeforeEach
  void people() {
    people = new People(port);
  }

  @Test
  void withoutCredentialsTheAnswerSaysHowToSignIn() {
    Answer answer = new Client(port).get(ACTOR);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("UNAUTHENTICATED");
    assertThat(answer.response().headers().allValues("WWW-Authenticate"))
        .anyMatch(c -> c.startsWith("Basic realm="))
        .anyMatch(c -> c.startsWith("Bearer"));
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void aPagesScriptIsNotShownTheBrowsersOwnDialog() {
    Answer answer = new Client(port).with("Sec-Fetch-Mode", "cors").get(ACTOR);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.response().headers().allValues("WWW-Authenticate"))
        .noneMatch(c -> c.startsWith("Basic"));
  }

  @Test
  void theActorComesWithTheRolesOfTheBook() {
    Answer answer = new Client(port).basic("Finance", WebSide.PASSWORD).get(ACTOR);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).endsWith("[FINANCE]");
    assertThat(answer.header("Set-Cookie")).as("no session is begun").isEmpty();
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic",
        "Basic !!!",
        "Basic bm9jb2xvbg==",
        "Digest x",
        "Bearer",
        "Bearer x",
        "Basic /////w==",
        "Bearer alt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void aHeaderThatProvesNothingIsRefused(String header) {
    Answer answer = new Client(port).with("Authorization", header).get(ACTOR);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("BAD_CREDENTIALS");
  }

  @Test
  void namesThatNobodyCanHaveAreWrongAndNoFault() {
    for (String name : List.of("", "a\0b", "x".repeat(5000), "' or 1=1 --", "财务")) {
      Answer answer = new Client(port).basic(name, WebSide.PASSWORD).get(ACTOR);
      assertThat(answer.problem()).isEqualTo("BAD_CREDENTIALS");
    }
    String longPassword = WebSide.PASSWORD + "x".repeat(100);
    assertThat(new Client(port).basic("finance", longPassword).get(ACTOR).problem())
        .isEqualTo("BAD_CREDENTIALS");
  }

  @Test
  void guessingANameIsSlowedForEveryoneButWhoIsInAlready() {
    String name = people.open(Role.VIEWER);
    Client known = new Client(port).basic(name, People.PASSWORD);
    assertThat(known.get(ACTOR).status()).isEqualTo(200);

    for (int i = 0; i < 10; i++) {
      assertThat(new Client(port).basic(name, "wrong password " + i).get(ACTOR).status())
          .isEqualTo(401);
    }
    Answer throttled = new Client(port).basic(name, "wrong password 11").get(ACTOR);

    assertThat(throttled.status()).isEqualTo(429);
    assertThat(throttled.problem()).isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(Integer.parseInt(throttled.header("Retry-After"))).isBetween(1, 300);
    assertThat(known.get(ACTOR).status()).as("remembered as right").isEqualTo(200);
  }

  @Test
  void aNameThatDoesNotExistIsSlowedJustTheSame() {
    for (int i = 0; i < 10; i++) {
      new Client(port).basic("nobody-here", "wrong password " + i).get(ACTOR);
    }
    assertThat(new Client(port).basic("nobody-here", "x").get(ACTOR).status()).isEqualTo(429);
  }

  @Test
  void anAnswerComesInOnePieceWithItsLengthInFront() {
    String name = people.open(Role.VIEWER);
    Answer answer = new Client(port).basic(name, People.PASSWORD).get(ACTOR);

    assertThat(answer.header("Content-Length"))
        .isEqualTo(Integer.toString(answer.text().getBytes(StandardCharsets.UTF_8).length));
    assertThat(answer.header("Transfer-Encoding")).isEmpty();
  }

  @Test
  void manyFirstRequestsAtOnceAreNoGuessing() throws Exception {
    String name = people.open(Role.VIEWER);
    List<Future<Integer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 64; i++) {
        answers.add(
            threads.submit(
                () -> new Client(port).basic(name, People.PASSWORD).get(ACTOR).status()));
      }
    }
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isEqualTo(200);
    }
  }

  @Test
  void aMissingRoleIs403NamesTheRoleAndIsKeptForTheAuditors() {
    Client viewer = new Client(port).basic("viewer", WebSide.PASSWORD);
    String id = viewer.get("/api/v1/accounts/me").json().path("accountId").asString();

    Answer answer = viewer.post("/api/v1/accounts", "not even read");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("ROLE_MISSING");
    assertThat(answer.json().path("facts").path("needed").get(0).asString()).isEqualTo("ADMIN");
    assertThat(answer.json().path("detail").asString()).contains("管理员");
    assertThat(book.refusals())
        .anyMatch(
            kept ->
                kept.order().equals("Account.open")
                    && kept.code().equals("ROLE_MISSING")
                    && kept.actor().toString().equals(id));
  }

  @Test
  void whoHoldsNoRoleKeepsTheirOwnAccountAndSeesNothingElse() {
    String name = people.open(Role.VIEWER);
    String id = people.idOf(name);
    Client admin = new Client(port).basic("admin", WebSide.PASSWORD);
    assertThat(admin.post("/api/v1/accounts/" + id + "/roles", "{\"roles\":[]}").status())
        .isEqualTo(200);

    Client client = new Client(port).basic(name, People.PASSWORD);
    assertThat(client.get("/api/v1/accounts/me").status()).isEqualTo(200);
    assertThat(client.get(ACTOR).problem()).isEqualTo("ROLE_MISSING");
  }

  @Test
  void aMethodThatDeclaresNothingIsClosedToAll() {
    Answer answer =
        new Client(port).basic("admin", WebSide.PASSWORD).get("/api/v1/samples/undeclared");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("FORBIDDEN");
  }

  @Test
  void anotherSiteCannotUseThePasswordThatABrowserRemembers() {
    byte[] pair = ("admin:" + WebSide.PASSWORD).getBytes(StandardCharsets.UTF_8);
    Client browser =
        new Client(port).with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));

    Answer forged =
        browser.send(
            "POST",
            "/api/v1/accounts/018f3f7e-5c3b-7c1e-9b57-0f2d5c9a4e11/disable",
            BodyPublishers.noBody(),
            "Sec-Fetch-Site",
            "cross-site");

    assertThat(forged.status()).isEqualTo(403);
    assertThat(forged.problem()).isEqualTo("CSRF_TOKEN_INVALID");
  }

  @Test
  void theHouseTellsItsHealthToAllAndItsFiguresToFew() {
    Client nobody = new Client(port);

    assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(nobody.get("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(nobody.get("/actuator/health").text()).doesNotContain("database", "PostgreSQL");
    assertThat(nobody.get("/actuator/metrics").status()).isEqualTo(401);
    assertThat(new Client(port).basic("viewer", WebSide.PASSWORD).get("/actuator/metrics").status())
        .isEqualTo(403);
    assertThat(
            new Client(port).basic("auditor", WebSide.PASSWORD).get("/actuator/metrics").status())
        .isEqualTo(200);
    assertThat(new Client(port).basic("admin", WebSide.PASSWORD).get("/actuator/env").status())
        .as("not exposed at all")
        .isEqualTo(404);
  }
}
