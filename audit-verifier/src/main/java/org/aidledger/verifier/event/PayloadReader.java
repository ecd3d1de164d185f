package org.aidledger.verifier.event;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads payloads and metadata. What no check looks at is passed over. */
final class PayloadReader {

  private static final String ACTOR = "actor";

  private PayloadReader() {}

  static Payload payload(byte[] text) {
    Payload payload = new Payload();
    try (JsonParser json = Json.fast(text, 0, text.length)) {
      Json.require(json.nextToken() == JsonToken.START_OBJECT, "payload");
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        Field field = Field.named(json.currentName());
        JsonToken value = json.nextToken();
        if (field == null) {
          json.skipChildren();
        } else {
          read(payload, field, json, value);
        }
      }
      Json.require(json.nextToken() == null, "payload");
    }
    return payload;
  }

  private static void read(Payload payload, Field field, JsonParser json, JsonToken value) {
    switch (value) {
      case VALUE_STRING -> payload.put(field, json.getString());
      case VALUE_NUMBER_INT -> payload.put(field, Json.number(json));
      case VALUE_TRUE -> payload.put(field, true);
      case VALUE_FALSE -> payload.put(field, false);
      case VALUE_NULL -> {}
      case START_ARRAY -> {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          texts.add(Json.text(json));
        }
        payload.put(field, List.copyOf(texts));
      }
      default -> throw new UnreadableException(field.jsonName());
    }
  }

  /** The account that acted, empty if the metadata name none. */
  static String actor(byte[] metadata) {
    String actor = "";
    try (JsonParser json = Json.fast(metadata, 0, metadata.length)) {
      Json.require(json.nextToken() == JsonToken.START_OBJECT, "metadata");
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (ACTOR.equals(name) && value == JsonToken.VALUE_STRING) {
          Json.require(actor.isEmpty(), ACTOR);
          actor = json.getString();
        } else {
          json.skipChildren();
        }
      }
      Json.require(json.nextToken() == null, "metadata");
    }
    return actor;
  }
}
