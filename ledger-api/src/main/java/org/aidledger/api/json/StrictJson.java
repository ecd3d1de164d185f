package org.aidledger.api.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads bytes as one JSON object (RFC 8259) in UTF-8, taking nothing on trust: no duplicate names,
 * nothing after the object, bounded depth and lengths.
 */
final class StrictJson {

  static final int MAX_DEPTH = 12;
  static final int MAX_NAME = 64;
  static final int MAX_TEXT = 10_000;
  static final int MAX_NUMBER = 40;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNameLength(MAX_NAME)
                  .maxStringLength(MAX_TEXT)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          .build();

  private StrictJson() {}

  static ObjectNode read(byte[] bytes) {
    String text = decode(bytes);
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new ApiProblem(ApiCode.WRONG_TYPE, "", Map.of("expected", "object"));
      }
      ObjectNode body = object(parser, "");
      if (parser.nextToken() != null) {
        throw malformed(parser.currentTokenLocation());
      }
      return body;
    } catch (StreamConstraintsException e) {
      throw new ApiProblem(ApiCode.JSON_LIMIT_EXCEEDED, null, Map.of("maxDepth", MAX_DEPTH));
    } catch (JacksonException e) {
      throw malformed(e.getLocation());
    }
  }

  /** Decodes once and strictly, so that the parser cannot guess at another encoding. */
  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ApiProblem(ApiCode.INVALID_UTF8);
    }
  }

  private static ObjectNode object(JsonParser parser, String path) {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String at = Path.field(path, name);
      if (object.has(name)) {
        throw new ApiProblem(ApiCode.DUPLICATE_KEY, at);
      }
      parser.nextToken();
      object.set(name, value(parser, at));
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser, String path) {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, Path.item(path, array.size())));
    }
    return array;
  }

  private static JsonNode value(JsonParser parser, String path) {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser, path);
      case START_ARRAY -> array(parser, path);
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw malformed(parser.currentTokenLocation());
    };
  }

  private static ApiProblem malformed(TokenStreamLocation where) {
    Map<String, Object> facts =
        where == null || where.getLineNr() < 0
            ? Map.of()
            : Map.of("line", where.getLineNr(), "column", where.getColumnNr());
    return new ApiProblem(ApiCode.MALFORMED_JSON, null, facts);
  }
}
