package org.aidledger.core.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aidledger.core.identity.NameBasedId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/evidence tells other languages of identifiers and control totals is true. */
class IdentityVectorsTest {

  private static JsonNode vectors() throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(Path.of("../docs/evidence/vectors/identities.json")));
  }

  @Test
  void anIdentifierFollowsFromItsKindAndItsParts() throws IOException {
    assertThat(vectors().path("identities"))
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(
                        NameBasedId.of(
                            one.path("kind").asString(),
                            one.path("parts")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toArray(String[]::new)))
                    .hasToString(one.path("id").asString()));
  }

  @Test
  void aControlTotalDigestsItsDetailsInTheirOrder() throws IOException {
    JsonNode total = vectors().path("controlTotal");
    assertThat(
            DetailDigest.of(total.path("details").valueStream().map(JsonNode::asString).toList()))
        .isEqualTo(total.path("digest").asString());
  }
}
