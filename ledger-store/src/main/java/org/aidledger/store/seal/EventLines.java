package org.aidledger.store.seal;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.store.seal.RestoreRefusedException.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the lines of {@code events.jsonl}, one event at a time, as docs/evidence describes them.
 */
final class EventLines {

  private static final int FIELDS = 10;

  /** A payload may be as long as PostgreSQL's longest text. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxDocumentLength(-1)
                  .maxTokenCount(-1)
                  .build())
          .build();

  private final JsonParser parser;

  EventLines(InputStream lines) {
    parser = JSON.createParser(ObjectReadContext.empty(), lines);
  }

  /**
   * The next event; null behind the last one.
   *
   * @param position where it must stand
   * @throws RestoreRefusedException if another one stands there, or none that is shown
   */
  @Nullable EventLeaf next(long position) {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return null;
      }
      return event(token, position);
    } catch (JacksonException | IllegalArgumentException e) {
      throw unreadable(position);
    }
  }

  private EventLeaf event(JsonToken token, long position) {
    Map<String, String> texts = new HashMap<>();
    Map<String, Long> numbers = new HashMap<>();
    if (token != JsonToken.START_OBJECT) {
      throw unreadable(position);
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
        numbers.put(name, parser.getLongValue());
      } else {
        texts.put(name, parser.getString());
      }
    }
    if (texts.size() + numbers.size() != FIELDS || number(numbers, "position") != position) {
      throw unreadable(position);
    }
    return new EventLeaf(
        UUID.fromString(text(texts, "eventId")),
        text(texts, "streamType"),
        UUID.fromString(text(texts, "streamId")),
        number(numbers, "sequence"),
        number(numbers, "recordedAt"),
        text(texts, "type"),
        text(texts, "revision"),
        text(texts, "payload"),
        text(texts, "metadata"));
  }

  private static String text(Map<String, String> texts, String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException(name);
    }
    return text;
  }

  private static long number(Map<String, Long> numbers, String name) {
    Long number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException(name);
    }
    return number;
  }

  private static RestoreRefusedException unreadable(long position) {
    return new RestoreRefusedException(
        Code.EVENT_UNREADABLE, "The event at position " + position + " is not in its form.");
  }
}
