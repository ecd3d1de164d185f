package org.aidledger.verifier.event;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.aidledger.evidence.leaf.EventLeaf;

/**
 * An event of the book, as far as some check looks at it.
 *
 * @param actor the account that acted, as the metadata say; empty if they do not
 */
public record Event(
    long position,
    String type,
    String streamType,
    UUID streamId,
    long sequence,
    long recordedAt,
    String actor,
    Payload payload) {

  /**
   * Reads what a leaf says.
   *
   * @throws UnreadableException if the payload or the metadata are not in their form
   * @throws tools.jackson.core.JacksonException if they are no JSON
   */
  public static Event of(long position, EventLeaf leaf) {
    return new Event(
        position,
        leaf.type(),
        leaf.streamType(),
        leaf.streamId(),
        leaf.sequence(),
        leaf.recordedAt(),
        PayloadReader.actor(leaf.metadata().getBytes(StandardCharsets.UTF_8)),
        PayloadReader.payload(leaf.payload().getBytes(StandardCharsets.UTF_8)));
  }
}
