package org.aidledger.verifier.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.evidence.merkle.ConsistencyProof;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.verifier.event.Json;
import org.aidledger.verifier.event.UnreadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what {@code GET /api/v1/audit/proofs/consistency} answers. */
final class ProofText {

  private ProofText() {}

  /**
   * Reads a proof.
   *
   * @throws UnreadableException if it is none, for example the answer that there is none yet
   */
  static ConsistencyProof parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long from = -1;
    long to = -1;
    List<Hash> path = new ArrayList<>();
    try (JsonParser json = Json.parser(bytes, 0, bytes.length)) {
      Json.require(json.nextToken() == JsonToken.START_OBJECT, "object");
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        switch (name) {
          case "from" -> from = Json.number(json);
          case "to" -> to = Json.number(json);
          case "path" -> {
            Json.require(value == JsonToken.START_ARRAY, "path");
            while (json.nextToken() != JsonToken.END_ARRAY) {
              path.add(Hash.parse(Json.text(json)));
            }
          }
          default -> throw new UnreadableException("name");
        }
      }
      Json.require(json.nextToken() == null && from >= 0 && to >= 0, "object");
    } catch (JacksonException | IllegalArgumentException e) {
      UnreadableException unreadable = new UnreadableException("proof");
      unreadable.initCause(e);
      throw unreadable;
    }
    return new ConsistencyProof(from, to, path);
  }
}
