package org.aidledger.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.aidledger.harness.Client;
import org.aidledger.harness.WebSide;
import org.aidledger.harness.WebSideTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Every way in which a request can end badly is answered as a problem. */
@WebSideTest
class ProblemAnswersTest {

  @LocalServerPort private int port;
  private Client finance;

  @BeforeEach
  void signIn() {
    finance = new Client(port).basic("finance", WebSide.PASSWORD);
  }

  @Test
  void aRefusalNamesTheRuleAndTheFiguresInChineseFirst() {
    Client.Answer answer = finance.get("/api/v1/samples/failures/refused");
    JsonNode body = answer.json();

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("INSUFFICIENT_FUNDS");
    assertThat(answer.header("Content-Language")).isEqualTo("zh");
    assertThat(body.propertyNames())
        .containsExactly("type", "title", "status", "detail", "code", "facts", "instance");
    assertThat(body.path("type").asString()).isEqualTo("urn:aid-ledger:problem:INSUFFICIENT_FUNDS");
    assertThat(body.path("title").asString()).isEqualTo("可用余额不足");
    assertThat(body.path("status").asInt()).isEqualTo(409);
    assertThat(body.path("detail").asString()).contains("10.00").contains("25.50");
    assertThat(body.path("facts").path("needed").asString()).isEqualTo("25.50");
    assertThat(body.path("instance").asString()).isEqualTo("/api/v1/samples/failures/refused");
  }

  @Test
  void theLanguageFollowsTheClient() {
    finance.with("Accept-Language", "fr, en-GB;q=0.8");
    Client.Answer answer = finance.get("/api/v1/samples/failures/refused");

    assertThat(answer.json().path("title").asString()).isEqualTo("Not enough money");
    assertThat(answer.header("Content-Language")).isEqualTo("en");
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    Client.Answer unknown = finance.get("/api/v1/samples/failures/unknown");
    Client.Answer route = finance.get("/api/v1/nowhere");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.problem()).isEqualTo("NOT_FOUND");
    assertThat(route.status()).isEqualTo(404);
    assertThat(route.problem()).isEqualTo("ROUTE_UNKNOWN");
  }

  @Test
  void aFaultIsAnsweredByItsNumberAlone() {
    Client.Answer answer = finance.get("/api/v1/samples/failures/fault");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.problem()).isEqualTo("INTERNAL");
    assertThat(answer.json().path("facts").path("errorId").asString()).hasSize(16);
    assertThat(answer.text()).doesNotContain("张三", "Exception", "org.aidledger");
  }

  @Test
  void aDatabaseThatIsAwayIsAWait() {
    Client.Answer answer = finance.get("/api/v1/samples/failures/database");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("STORE_UNAVAILABLE");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
  }

  @Test
  void aWrongMethodNamesTheRightOnes() {
    Client.Answer answer = finance.send("DELETE", "/api/v1/accounts/me", BodyPublishers.noBody());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.problem()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(answer.header("Allow")).isEqualTo("GET");
  }

  @Test
  void parametersAreNamed() {
    assertThat(finance.get("/api/v1/samples/numbers").problem())
        .isEqualTo("PARAMETER_MISSING limit");
    assertThat(finance.get("/api/v1/samples/numbers?limit=ten").problem())
        .isEqualTo("PARAMETER_MALFORMED limit");
  }

  @Test
  void anIdentifierMustBeAWholeUuid() {
    Client.Answer answer = finance.post("/api/v1/samples/1-1-1-1-1/donations", "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("ID_MALFORMED fundId");
  }

  @Test
  void anAnswerIsNeverAPage() {
    Client.Answer answer = finance.with("Accept", "text/html").get("/api/v1/nowhere");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("ROUTE_UNKNOWN");
  }

  @Test
  void aUrlThatCannotBeReadIsRefusedByTheServer() throws Exception {
    for (String target :
        new String[] {
          "/api/v1/samples/%zz", "/api/v1/samples/%ff", "/api/v1/[x]", "/api/v1/a%00b",
          "/api/v1//samples", "/api/v1/x%2fy", "/api/v1/%0d%0aX", "/api/v1/a;b=c"
        }) {
      String answer = RawHttp.exchange(port, "GET " + target + " HTTP/1.1");

      assertThat(answer)
          .as(target)
          .startsWith("HTTP/1.1 400")
          .contains("\"code\":\"MALFORMED_URL\"");
      assertThat(answer).as(target).contains("application/problem+json");
    }
  }

  @Test
  void peopleGetThePageOfTheStatus() {
    Client.Answer answer = new Client(port).get("/v3/api-docs");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("UNAUTHENTICATED");
  }
}
