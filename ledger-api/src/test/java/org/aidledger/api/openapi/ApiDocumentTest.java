package org.aidledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.core.refusal.RuleCode;
import org.aidledger.harness.Client;
import org.aidledger.harness.WebSide;
import org.aidledger.harness.WebSideTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The API document says what the API does. */
@WebSideTest
class ApiDocumentTest {

  @LocalServerPort private int port;

  @Test
  void itIsForWhoIsSignedIn() {
    assertThat(new Client(port).get("/v3/api-docs").status()).isEqualTo(401);
    assertThat(new Client(port).get("/v3/api-docs.yaml").status()).isEqualTo(401);
    assertThat(document().path("openapi").asString()).startsWith("3.");
  }

  @Test
  void operationsHaveStableNames() {
    JsonNode accounts = document().path("paths").path("/api/v1/accounts");

    assertThat(accounts.path("post").path("operationId").asString()).isEqualTo("account_open");
    assertThat(accounts.path("get").path("operationId").asString()).isEqualTo("account_list");
  }

  @Test
  void bodiesAndIdentifiersAreDescribed() {
    JsonNode api = document();
    JsonNode roles = api.path("paths").path("/api/v1/accounts/{accountId}/roles").path("put");

    assertThat(
            roles
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema")
                .path("$ref")
                .asString())
        .isEqualTo("#/components/schemas/RolesBody");
    assertThat(api.path("components").path("schemas").has("RolesBody")).isTrue();
    JsonNode parameter = roles.path("parameters").get(0);
    assertThat(roles.path("parameters").size()).as("the actor is no parameter").isEqualTo(1);
    assertThat(parameter.path("name").asString()).isEqualTo("accountId");
    assertThat(parameter.path("schema").path("format").asString()).isEqualTo("uuid");
  }

  @Test
  void problemsAndWaysToSignInAreDescribed() {
    JsonNode components = document().path("components");
    JsonNode codes =
        components.path("schemas").path("Problem").path("properties").path("code").path("enum");

    assertThat(codes.valueStream().map(JsonNode::asString).toList())
        .contains(RuleCode.INSUFFICIENT_FUNDS.name(), "DUPLICATE_KEY");
    assertThat(components.path("securitySchemes").path("password").path("scheme").asString())
        .isEqualTo("basic");
    assertThat(components.path("securitySchemes").path("token").path("scheme").asString())
        .isEqualTo("bearer");
  }

  private JsonNode document() {
    Client.Answer answer = new Client(port).basic("viewer", WebSide.PASSWORD).get("/v3/api-docs");
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }
}
