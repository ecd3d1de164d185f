package org.aidledger.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A body of an order that is right as far as the API document tells, but for one text in it.
 *
 * @param what is odd, and where
 * @param mustBeRefused whether nothing may be recorded of it
 */
record OddBody(String what, String json, boolean mustBeRefused) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Stands in a body where the odd text will stand. */
  private static final String PLACE = "the-place-of-the-odd-text";

  /** What the readers take, so that they come as far as the text that is odd. */
  private static final Map<String, String> PLAUSIBLE =
      Map.ofEntries(
          Map.entry("amount", "10.00"),
          Map.entry("receivedOn", "2026-05-19"),
          Map.entry("effectiveOn", "2026-05-19"),
          Map.entry("paidOn", "2026-05-20"),
          Map.entry("returnedOn", "2026-05-21"),
          Map.entry("channel", "CASH"),
          Map.entry("category", "BANK_FEE"),
          Map.entry("severity", "HIGH"),
          Map.entry("currency", "CNY"),
          Map.entry("people", "redacted"),
          Map.entry("lateEntries", "REFUSED"),
          Map.entry("identityNumber", "11010519491231002X"),
          Map.entry("bankAccount", "6222907483378876"),
          Map.entry("username", "odd-account"),
          Map.entry("password", RunningLedger.PASSWORD),
          Map.entry("oldPassword", RunningLedger.PASSWORD),
          Map.entry("approvalThreshold", "10.00"),
          Map.entry("controlTotal", "10.00"),
          Map.entry("from", "2026-01-01"),
          Map.entry("to", "2026-12-31"),
          Map.entry("documentHash", "0".repeat(64)));

  /** One body for each text and each oddity, and some that are odd as a whole. */
  static List<OddBody> of(JsonNode operation, JsonNode api) {
    JsonNode schema =
        operation.path("requestBody").path("content").path("application/json").path("schema");
    if (schema.isMissingNode()) {
      return List.of();
    }
    List<OddBody> all = new ArrayList<>();
    whole(all);
    String good = write(plausible("", schema, api));
    List<String> places = new ArrayList<>();
    walk(plausible("", schema, api), "", "", places);
    for (String place : places) {
      JsonNode marked = plausible("", schema, api);
      walk(marked, "", place, new ArrayList<>());
      String json = write(marked);
      // A password may hold what it likes: nothing of it but its hash is kept.
      boolean secret = place.toLowerCase(Locale.ROOT).endsWith("password");
      add(all, place + " with U+0000", json, "a\\u0000b", !secret);
      add(all, place + " with half a character", json, "a\\ud800b", !secret);
      add(all, place + " with the other half", json, "\\udc00", !secret);
      add(all, place + " too long", json, "x".repeat(3_000), false);
      add(all, place + " far too long", json, "长".repeat(18_000), false);
      add(all, place + " beyond every number", json, "9".repeat(400), false);
    }
    all.add(new OddBody("an unknown U+0000", "{\"a\\u0000b\":" + good + "}", true));
    return all;
  }

  private static void whole(List<OddBody> all) {
    all.add(new OddBody("deep lists", "{\"a\":" + nested("[", "]", 10_000) + "}", true));
    all.add(new OddBody("deep objects", nested("{\"a\":", "}", 5_000), true));
    all.add(new OddBody("deep and cut off", "[".repeat(30_000), true));
    all.add(new OddBody("a number without end", "{\"a\":" + "9".repeat(50_000) + "}", true));
    all.add(new OddBody("U+0000 as it is", "{\"a\":\"\0\"}", true));
    all.add(new OddBody("nothing but U+0000", "\0", true));
    all.add(new OddBody("null", "null", true));
  }

  private static String nested(String begin, String end, int depth) {
    return begin.repeat(depth) + (begin.startsWith("{") ? "1" : "") + end.repeat(depth);
  }

  private static void add(
      List<OddBody> all, String what, String json, String odd, boolean refused) {
    all.add(new OddBody(what, json.replace(PLACE, odd), refused));
  }

  private static JsonNode plausible(String name, JsonNode given, JsonNode api) {
    JsonNode schema = resolved(given, api);
    return switch (kind(schema)) {
      case "string" -> NODES.stringNode(text(name, schema));
      case "integer", "number" -> NODES.numberNode(1);
      case "boolean" -> NODES.booleanNode(false);
      case "array" -> NODES.arrayNode().add(plausible(name, schema.path("items"), api));
      default -> {
        ObjectNode object = NODES.objectNode();
        for (String field : schema.path("properties").propertyNames()) {
          object.set(field, plausible(field, schema.path("properties").path(field), api));
        }
        yield object;
      }
    };
  }

  /** A field that may be null has several types, of which the first is the one that is meant. */
  private static String kind(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asString() : type.asString("object");
  }

  private static JsonNode resolved(JsonNode schema, JsonNode api) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty()
        ? schema
        : api.path("components")
            .path("schemas")
            .path(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private static String text(String name, JsonNode schema) {
    JsonNode first = schema.path("enum").path(0);
    String other = name.endsWith("Id") ? "018f3f7e-5c3b-7c1e-9b57-0f2d5c9a4e11" : "x";
    return first.isString() ? first.asString() : PLAUSIBLE.getOrDefault(name, other);
  }

  /**
   * Notes where texts stand.
   *
   * @param at where the value itself stands
   * @param marked of these, the one that becomes {@link #PLACE}; empty for none
   */
  private static void walk(JsonNode node, String at, String marked, List<String> places) {
    switch (node) {
      case ObjectNode object -> {
        for (String field : List.copyOf(object.propertyNames())) {
          String place = at + "/" + field;
          if (object.get(field).isString()) {
            places.add(place);
            if (place.equals(marked)) {
              object.put(field, PLACE);
            }
          } else {
            walk(object.get(field), place, marked, places);
          }
        }
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          String place = at + "/" + i;
          if (array.get(i).isString()) {
            places.add(place);
            if (place.equals(marked)) {
              array.set(i, NODES.stringNode(PLACE));
            }
          } else {
            walk(array.get(i), place, marked, places);
          }
        }
      }
      default -> {
        // Numbers and flags are read as what they are.
      }
    }
  }

  private static String write(JsonNode node) {
    return JsonMapper.shared().writeValueAsString(node);
  }
}
