package org.aidledger.verifier;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.InclusionProof;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.verifier.event.Json;
import org.aidledger.verifier.event.UnreadableException;
import org.aidledger.verifier.given.Given;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Fact;
import org.aidledger.verifier.report.Note;
import org.aidledger.verifier.report.Report;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Checks a receipt, as section 5 of docs/evidence says. */
final class ReceiptVerification {

  private static final String FORMAT = "aidledger.org/receipt/v1";
  private static final Set<String> NAMES =
      Set.of("format", "state", "publicKey", "checkpoint", "countersigned", "events");

  private final Given given;
  private final Report report = new Report(Report.Kind.RECEIPT);

  ReceiptVerification(Given given) {
    this.given = given;
  }

  Report verify(byte[] json) {
    try {
      verify(parse(json));
    } catch (UnreadableException e) {
      report.findings().add(Code.RECEIPT_UNREADABLE, "what", String.valueOf(e.getMessage()));
    } catch (JacksonException | IllegalArgumentException e) {
      report.findings().add(Code.RECEIPT_UNREADABLE, "what", "json");
    }
    return report;
  }

  private void verify(Receipt receipt) {
    if (!"SEALED".equals(receipt.texts().get("state"))) {
      report.findings().add(Code.RECEIPT_WAITING);
      return;
    }
    Keys keys = Keys.of(given.keys(), receipt.texts().get("publicKey"), report);
    String text = receipt.texts().get("checkpoint");
    Checkpoint checkpoint = text == null ? null : keys.checkpoint(text, "checkpoint").orElse(null);
    if (text == null || checkpoint == null) {
      throw new UnreadableException("checkpoint");
    }
    report.fact(Fact.BOOK, checkpoint.origin());
    report.fact(Fact.SIZE, checkpoint.size());
    report.fact(Fact.ROOT, checkpoint.root());
    keys.describeHead(text);
    compare(keys, checkpoint);
    report.fact(Fact.EVENTS, receipt.events().size());
    List<EventLeaf> leaves = new ArrayList<>();
    for (Proven event : receipt.events()) {
      Hash hash = new TreeHasher().leaf(event.leaf());
      boolean included =
          new InclusionProof(event.position(), checkpoint.size(), event.path())
              .proves(hash, checkpoint.root());
      if (!included) {
        report.findings().add(Code.NOT_INCLUDED, "position", event.position());
      }
      leaves.add(EventLeaf.decode(event.leaf()));
    }
    requireOneStream(receipt.events(), leaves);
    report.note(Note.RECEIPT_LIMIT);
  }

  private void requireOneStream(List<Proven> events, List<EventLeaf> leaves) {
    if (leaves.isEmpty()) {
      report.findings().add(Code.NOT_ONE_STREAM, "sequence", 0);
      return;
    }
    EventLeaf first = leaves.getFirst();
    report.fact(Fact.STREAM, first.streamType() + "/" + first.streamId());
    for (int i = 0; i < leaves.size(); i++) {
      EventLeaf leaf = leaves.get(i);
      boolean follows =
          leaf.sequence() == i
              && leaf.streamId().equals(first.streamId())
              && leaf.streamType().equals(first.streamType())
              && (i == 0 || events.get(i).position() > events.get(i - 1).position());
      if (!follows) {
        report.findings().add(Code.NOT_ONE_STREAM, "sequence", i);
      }
    }
  }

  /** Only a head of the same size can be compared without asking the server for a proof. */
  private void compare(Keys keys, Checkpoint own) {
    if (given.checkpoints().isEmpty()) {
      report.note(Note.NO_CHECKPOINT_GIVEN);
    }
    for (Given.Text held : given.checkpoints()) {
      Checkpoint other = keys.checkpoint(held.text(), held.name()).orElse(null);
      if (other == null) {
        continue;
      }
      if (other.size() != own.size()) {
        report
            .findings()
            .add(Code.CHECKPOINT_NOT_COMPARED, "where", held.name(), "size", other.size());
      } else if (!other.root().equals(own.root())) {
        report.findings().add(Code.ROOT_DIFFERS, "where", held.name(), "size", other.size());
      }
    }
  }

  private static Receipt parse(byte[] json) {
    Map<String, String> texts = new LinkedHashMap<>();
    List<Proven> events = new ArrayList<>();
    try (JsonParser in = Json.parser(json, 0, json.length)) {
      Json.require(in.nextToken() == JsonToken.START_OBJECT, "object");
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        // A name that is not known may be a known one with a changed letter.
        Json.require(NAMES.contains(name), "name");
        if ("events".equals(name)) {
          Json.require(value == JsonToken.START_ARRAY, "events");
          while (in.nextToken() != JsonToken.END_ARRAY) {
            events.add(event(in));
          }
        } else if (value == JsonToken.VALUE_STRING) {
          texts.put(name, Json.text(in));
        } else {
          Json.require(value.isBoolean() || value == JsonToken.VALUE_NULL, name);
        }
      }
      Json.require(in.nextToken() == null, "object");
    }
    Json.require(FORMAT.equals(texts.get("format")), "format");
    return new Receipt(texts, events);
  }

  private static Proven event(JsonParser in) {
    Json.require(in.currentToken() == JsonToken.START_OBJECT, "events");
    long position = -1;
    byte @Nullable [] leaf = null;
    List<Hash> path = new ArrayList<>();
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      switch (name) {
        case "position" -> position = Json.number(in);
        case "leaf" -> leaf = base64(Json.text(in));
        case "path" -> {
          Json.require(value == JsonToken.START_ARRAY, "path");
          while (in.nextToken() != JsonToken.END_ARRAY) {
            path.add(Hash.parse(Json.text(in)));
          }
        }
        default -> throw new UnreadableException("events");
      }
    }
    if (leaf == null || position < 0) {
      throw new UnreadableException("events");
    }
    return new Proven(position, leaf, path);
  }

  /** A second spelling of the same bytes is refused. */
  private static byte[] base64(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    Json.require(Base64.getEncoder().encodeToString(bytes).equals(text), "leaf");
    return bytes;
  }

  private record Receipt(Map<String, String> texts, List<Proven> events) {}

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Proven(long position, byte[] leaf, List<Hash> path) {}
}
