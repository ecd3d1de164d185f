package org.aidledger.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.aidledger.api.security.ApiTokens;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.aidledger.core.account.event.TokenIssued;
import org.aidledger.core.account.event.TokenRevoked;
import org.aidledger.harness.Client;
import org.aidledger.harness.Client.Answer;
import org.aidledger.harness.MemoryBook;
import org.aidledger.harness.People;
import org.aidledger.harness.WebSide;
import org.aidledger.harness.WebSideTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens stand for an account until they expire or are revoked. */
@WebSideTest
class TokenApiTest {

  private static final String ME = "/api/v1/accounts/me";
  private static final String TOKENS = "/api/v1/tokens";

  @LocalServerPort private int port;
  @Autowired private MemoryBook book;
  @Autowired private ApiTokens tokens;
  @Autowired private DataSource dataSource;
  private String name = "";
  private String id = "";
  private Client owner = new Client(0);

  @BeforeEach
  void openAccount() {
    People people = new People(port);
    name = people.open(Role.FINANCE);
    id = people.idOf(name);
    owner = new Client(port).basic(name, People.PASSWORD);
  }

  @Test
  void aTokenIsShownOnceAndSignsIn() {
    Answer issued = owner.post(TOKENS, "{\"label\":\"夜间导入\",\"expiresInDays\":30}");
    String token = issued.json().path("token").asString();

    assertThat(issued.status()).isEqualTo(201);
    assertThat(token).matches("alt_[A-Za-z0-9_-]{43}");
    assertThat(new Client(port).bearer(token).get(ME).json().path("accountId").asString())
        .isEqualTo(id);
    assertThat(owner.get(TOKENS).text()).contains("夜间导入").doesNotContain(token);
    assertThat(book.eventsOf(AccountId.of(id)))
        .contains(new TokenIssued(id, issued.json().path("tokenId").asString()));
    assertThat(
            JdbcClient.create(dataSource)
                .sql("select count(*) from security.api_token t where t::text like ?")
                .param("%" + token.substring(4) + "%")
                .query(Integer.class)
                .single())
        .as("kept nowhere in clear")
        .isZero();
  }

  @Test
  void aRevokedTokenIsOutAtOnce() {
    Answer issued = owner.post(TOKENS, "{\"label\":\"x\"}");
    String tokenId = issued.json().path("tokenId").asString();
    Client byToken = new Client(port).bearer(issued.json().path("token").asString());
    assertThat(byToken.get(ME).status()).isEqualTo(200);

    Answer revoked = delete(owner, tokenId);

    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.json().path("revokedAt").asString()).isNotEmpty();
    assertThat(byToken.get(ME).status()).isEqualTo(401);
    assertThat(book.eventsOf(AccountId.of(id))).contains(new TokenRevoked(id, tokenId));
    assertThat(delete(owner, tokenId).status()).as("asked again").isEqualTo(200);
  }

  @Test
  void othersTokensAreSeenByAdministratorsAlone() {
    String tokenId = owner.post(TOKENS, "{\"label\":\"x\"}").json().path("tokenId").asString();

    assertThat(delete(new Client(port).basic("viewer", WebSide.PASSWORD), tokenId).status())
        .isEqualTo(404);
    assertThat(delete(new Client(port).basic("admin", WebSide.PASSWORD), tokenId).status())
        .isEqualTo(200);
  }

  @Test
  void aTokenEndsOnItsDay() {
    String token = tokens.generate();
    tokens.insert(
        UUID.randomUUID(), token, AccountId.of(id), "old", Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(new Client(port).bearer(token).get(ME).status()).isEqualTo(401);
  }

  @Test
  void aTokenOfADisabledAccountIsWorthless() {
    String token = owner.post(TOKENS, "{\"label\":\"x\"}").json().path("token").asString();
    assertThat(new Client(port).bearer(token).get(ME).status()).isEqualTo(200);
    new Client(port)
        .basic("admin", WebSide.PASSWORD)
        .post("/api/v1/accounts/" + id + "/disable", "");

    assertThat(new Client(port).bearer(token).get(ME).status()).isEqualTo(401);
  }

  @Test
  void manyFirstRequestsAtOnceAreOneAttempt() throws Exception {
    String token = owner.post(TOKENS, "{\"label\":\"x\"}").json().path("token").asString();
    List<Future<Integer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 128; i++) {
        answers.add(threads.submit(() -> new Client(port).bearer(token).get(ME).status()));
      }
    }
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isEqualTo(200);
    }
  }

  @Test
  void aTokenCannotOutliveItself() {
    String token = owner.post(TOKENS, "{\"label\":\"x\"}").json().path("token").asString();
    Client byToken = new Client(port).bearer(token);
    String change =
        "{\"password\":\"brand new password\",\"oldPassword\":\"" + People.PASSWORD + "\"}";

    assertThat(byToken.post(TOKENS, "{\"label\":\"y\"}").problem())
        .isEqualTo("PASSWORD_SIGN_IN_REQUIRED");
    assertThat(byToken.post("/api/v1/accounts/" + id + "/password", change).problem())
        .isEqualTo("PASSWORD_SIGN_IN_REQUIRED");
  }

  @Test
  void itsFieldsHaveLimits() {
    assertThat(owner.post(TOKENS, "{}").problem()).isEqualTo("FIELD_MISSING label");
    assertThat(owner.post(TOKENS, "{\"label\":\"x\",\"expiresInDays\":0}").problem())
        .isEqualTo("NUMBER_OUT_OF_RANGE expiresInDays");
    assertThat(owner.post(TOKENS, "{\"label\":\"x\",\"expiresInDays\":\"7\"}").problem())
        .isEqualTo("WRONG_TYPE expiresInDays");
  }

  private static Answer delete(Client client, String tokenId) {
    return client.send("DELETE", TOKENS + "/" + tokenId, BodyPublishers.noBody());
  }
}
