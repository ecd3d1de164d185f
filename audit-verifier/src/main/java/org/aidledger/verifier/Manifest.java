package org.aidledger.verifier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aidledger.verifier.event.Json;
import org.aidledger.verifier.event.UnreadableException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a package says of itself.
 *
 * @param fundId the one fund that it shows; null for all
 * @param from first day of the period; null without one
 * @param firstPosition the first position that may be shown
 * @param endPosition the first position that is not shown any more
 * @param size leaves of the head
 * @param digests SHA-256 of every other entry but the signature, by name
 * @param sizes bytes of the same
 */
record Manifest(
    String book,
    String publicKey,
    @Nullable String fundId,
    @Nullable String from,
    @Nullable String to,
    String people,
    String createdAt,
    long firstPosition,
    long endPosition,
    long size,
    Map<String, String> digests,
    Map<String, Long> sizes) {

  static final String FORMAT = "aidledger.org/package/v1";

  private static final int ALL_FIELDS = 10;

  /**
   * Reads a manifest.
   *
   * @throws UnreadableException if it is not in its form
   */
  static Manifest parse(byte[] json) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Long> numbers = new LinkedHashMap<>();
    Map<String, String> digests = new LinkedHashMap<>();
    Map<String, Long> sizes = new LinkedHashMap<>();
    try (JsonParser in = Json.parser(json, 0, json.length)) {
      Json.require(in.nextToken() == JsonToken.START_OBJECT, "object");
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        if ("entries".equals(name) && value == JsonToken.START_ARRAY) {
          while (in.nextToken() != JsonToken.END_ARRAY) {
            entry(in, digests, sizes);
          }
        } else if (value == JsonToken.VALUE_NUMBER_INT) {
          numbers.put(name, Json.number(in));
        } else {
          texts.put(name, Json.text(in));
        }
      }
      Json.require(in.nextToken() == null, "object");
    }
    Json.require(FORMAT.equals(texts.get("format")), "format");
    Json.require(texts.size() + numbers.size() <= ALL_FIELDS + 1, "fields");
    return new Manifest(
        text(texts, "book"),
        text(texts, "publicKey"),
        texts.get("fundId"),
        texts.get("from"),
        texts.get("to"),
        text(texts, "people"),
        text(texts, "createdAt"),
        number(numbers, "firstPosition"),
        number(numbers, "endPosition"),
        number(numbers, "size"),
        digests,
        sizes);
  }

  /** Whether the whole book is shown. */
  boolean whole() {
    return fundId == null && firstPosition == 0 && endPosition == size;
  }

  private static void entry(JsonParser in, Map<String, String> digests, Map<String, Long> sizes) {
    Json.require(in.currentToken() == JsonToken.START_OBJECT, "entries");
    String name = null;
    String digest = null;
    Long size = null;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = in.currentName();
      in.nextToken();
      switch (field) {
        case "name" -> name = Json.text(in);
        case "sha256" -> digest = Json.text(in);
        case "size" -> size = Json.number(in);
        default -> throw new UnreadableException("entries");
      }
    }
    if (name == null || digest == null || size == null || digests.put(name, digest) != null) {
      throw new UnreadableException("entries");
    }
    sizes.put(name, size);
  }

  private static String text(Map<String, String> texts, String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new UnreadableException(name);
    }
    return text;
  }

  private static long number(Map<String, Long> numbers, String name) {
    Long number = numbers.get(name);
    if (number == null || number < 0) {
      throw new UnreadableException(name);
    }
    return number;
  }
}
