package org.aidledger.verifier.event;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/** The parser, with what it accepts. */
public final class Json {

  private static final int LONGEST_TEXT = 16 * 1024 * 1024;

  private static final JsonFactory FAST = builder().build();
  private static final JsonFactory STRICT =
      builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Json() {}

  /** Reads bytes; a name twice in one object is an error. */
  public static JsonParser parser(byte[] bytes, int from, int length) {
    return STRICT.createParser(ObjectReadContext.empty(), bytes, from, length);
  }

  /** The same for who looks out for repeated names. */
  static JsonParser fast(byte[] bytes, int from, int length) {
    return FAST.createParser(ObjectReadContext.empty(), bytes, from, length);
  }

  private static JsonFactoryBuilder builder() {
    return JsonFactory.builder()
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build());
  }

  /** The text at hand. */
  public static String text(JsonParser json) {
    require(json.currentToken() == JsonToken.VALUE_STRING, "text");
    return json.getString();
  }

  /** The whole number at hand, exactly. */
  public static long number(JsonParser json) {
    require(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "number");
    return switch (json.getNumberType()) {
      case INT, LONG -> json.getLongValue();
      default -> throw new UnreadableException("number");
    };
  }

  /** Goes on only if it holds. */
  public static void require(boolean holds, String what) {
    if (!holds) {
      throw new UnreadableException(what);
    }
  }
}
