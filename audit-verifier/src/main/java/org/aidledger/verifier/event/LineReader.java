package org.aidledger.verifier.event;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.aidledger.evidence.merkle.Hash;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads lines and hashes what they show. For one thread at a time. */
final class LineReader {

  private static final String[] EVENT = {
    "position",
    "eventId",
    "streamType",
    "streamId",
    "sequence",
    "recordedAt",
    "type",
    "revision",
    "payload",
    "metadata"
  };

  private static final int UUID_LENGTH = 36;

  private final LeafBuffer leaf = new LeafBuffer();

  Line read(long number, byte[] bytes, int from, int length) {
    try (JsonParser json = Json.fast(bytes, from, length)) {
      Json.require(json.nextToken() == JsonToken.START_OBJECT, "line");
      name(json, "position");
      long position = Json.number(json);
      Json.require(position >= 0, "position");
      Json.require(json.nextToken() == JsonToken.PROPERTY_NAME, "line");
      Line line =
          "leaves".equals(json.currentName()) ? hidden(json, position) : shown(json, position);
      Json.require(json.nextToken() == JsonToken.END_OBJECT, "line");
      Json.require(json.nextToken() == null, "line");
      return line;
    } catch (UnreadableException e) {
      return new Line.Broken(number, String.valueOf(e.getMessage()));
    } catch (JacksonException | IllegalArgumentException e) {
      return new Line.Broken(number, "json");
    }
  }

  private static Line hidden(JsonParser json, long position) {
    json.nextToken();
    long leaves = Json.number(json);
    Json.require(leaves > 0 && Long.bitCount(leaves) == 1 && position % leaves == 0, "leaves");
    name(json, "hash");
    return new Line.Hidden(position, leaves, Hash.parse(Json.text(json)));
  }

  private Line shown(JsonParser json, long position) {
    @Nullable String[] texts = new @Nullable String[EVENT.length];
    long sequence = 0;
    long recordedAt = 0;
    for (int i = 1; i < EVENT.length; i++) {
      if (i > 1) {
        Json.require(json.nextToken() == JsonToken.PROPERTY_NAME, EVENT[i]);
      }
      Json.require(EVENT[i].equals(json.currentName()), EVENT[i]);
      json.nextToken();
      switch (i) {
        case 4 -> sequence = Json.number(json);
        case 5 -> recordedAt = Json.number(json);
        default -> texts[i] = Json.text(json);
      }
    }
    UUID eventId = uuid(texts[1]);
    UUID streamId = uuid(texts[3]);
    byte[] payload = utf8(texts[8]);
    byte[] metadata = utf8(texts[9]);
    Hash hash =
        leaf.begin()
            .field(eventId)
            .field(utf8(texts[2]))
            .field(streamId)
            .field(sequence)
            .field(recordedAt)
            .field(utf8(texts[6]))
            .field(utf8(texts[7]))
            .field(payload)
            .field(metadata)
            .hash();
    Event event =
        new Event(
            position,
            text(texts[6]),
            text(texts[2]),
            streamId,
            sequence,
            recordedAt,
            PayloadReader.actor(metadata),
            PayloadReader.payload(payload));
    return new Line.Shown(position, event, hash);
  }

  private static void name(JsonParser json, String name) {
    Json.require(
        json.nextToken() == JsonToken.PROPERTY_NAME && name.equals(json.currentName()), name);
    json.nextToken();
  }

  private static String text(@Nullable String text) {
    if (text == null) {
      throw new UnreadableException("line");
    }
    return text;
  }

  private static byte[] utf8(@Nullable String text) {
    return text(text).getBytes(StandardCharsets.UTF_8);
  }

  /** A second spelling of the same identifier is refused. */
  private static UUID uuid(@Nullable String text) {
    String id = text(text);
    Json.require(id.length() == UUID_LENGTH, "identifier");
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      Json.require((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-', "identifier");
    }
    return UUID.fromString(id);
  }
}
