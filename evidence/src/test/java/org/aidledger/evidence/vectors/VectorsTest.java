package org.aidledger.evidence.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.Frontier;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.Tile;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.merkle.TreeReader;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.Cosigner;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.note.SignedNote;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/evidence/vectors true: what other languages check themselves against is what this code
 * computes. With {@code -Devidence.vectors=write} the files are written instead; that is only right
 * for a new format, because sealed books do not change.
 */
class VectorsTest {

  private static final Path FOLDER = Path.of("..", "docs", "evidence", "vectors");

  @Test
  void theLeavesAreThoseOfTheFile() throws IOException {
    List<Object> vectors = new ArrayList<>();
    for (EventLeaf leaf : leaves()) {
      Map<String, Object> event = new LinkedHashMap<>();
      event.put("eventId", leaf.eventId().toString());
      event.put("streamType", leaf.streamType());
      event.put("streamId", leaf.streamId().toString());
      event.put("sequence", leaf.sequence());
      event.put("recordedAt", leaf.recordedAt());
      event.put("type", leaf.type());
      event.put("revision", leaf.revision());
      event.put("payload", leaf.payload());
      event.put("metadata", leaf.metadata());
      Map<String, Object> vector = new LinkedHashMap<>();
      vector.put("event", event);
      vector.put("leaf", HexFormat.of().formatHex(leaf.encoded()));
      vector.put("leafHash", new TreeHasher().leaf(leaf.encoded()).toString());
      vectors.add(vector);
    }
    isTheFile("leaves.json", vectors);
  }

  @Test
  void theTreesAndProofsAreThoseOfTheFile() throws IOException {
    Map<Tile, byte[]> tiles = new HashMap<>();
    Frontier frontier = new Frontier();
    List<Object> roots = new ArrayList<>();
    List<Integer> sizes = List.of(0, 1, 2, 3, 4, 5, 7, 8, 255, 256, 257, 1_000, 65_536, 70_000);
    for (int i = 0; i <= 70_000; i++) {
      if (sizes.contains(i)) {
        roots.add(ordered("size", i, "root", frontier.root().toString()));
      }
      if (i < 70_000) {
        frontier.append(ByteBuffer.allocate(4).putInt(i).array(), 4, tiles::put);
      }
    }
    TreeReader reader =
        new TreeReader(
            tile -> tiles.containsKey(tile) ? tiles.get(tile) : frontier.last(tile.level()),
            70_000);
    List<Object> inclusion = new ArrayList<>();
    for (int[] asked :
        new int[][] {
          {0, 1},
          {0, 2},
          {2, 3},
          {3, 7},
          {6, 7},
          {255, 257},
          {256, 257},
          {600, 1_000},
          {65_537, 70_000}
        }) {
      inclusion.add(
          ordered(
              "index",
              asked[0],
              "size",
              asked[1],
              "path",
              texts(reader.inclusion(asked[0], asked[1]).path())));
    }
    List<Object> consistency = new ArrayList<>();
    for (int[] asked :
        new int[][] {
          {0, 5},
          {1, 2},
          {3, 7},
          {4, 7},
          {6, 8},
          {7, 7},
          {256, 1_000},
          {257, 1_000},
          {65_536, 70_000}
        }) {
      consistency.add(
          ordered(
              "from",
              asked[0],
              "to",
              asked[1],
              "path",
              texts(reader.consistency(asked[0], asked[1]).path())));
    }
    isTheFile(
        "tree.json",
        ordered(
            "leaves", "leaf number i is the number i in four bytes, big-endian",
            "roots", roots,
            "inclusion", inclusion,
            "consistency", consistency));
  }

  @Test
  void theCheckpointsAreThoseOfTheFile() throws IOException {
    byte[] bookSeed = HexFormat.of().parseHex("01".repeat(32));
    byte[] witnessSeed = HexFormat.of().parseHex("02".repeat(32));
    NoteSigner book = new NoteSigner("aid-ledger/0123456789abcdef", bookSeed);
    Cosigner witness = new Cosigner("auditor.example/w1", witnessSeed);
    Hash root = new TreeHasher().leaf(leaves().getFirst().encoded());
    SignedNote signed = book.sign(new Checkpoint(book.publicKey().name(), 1, root).text());
    SignedNote countersigned = witness.cosign(signed, Instant.ofEpochSecond(1_790_000_000));
    isTheFile(
        "checkpoints.json",
        ordered(
            "privateKey", HexFormat.of().formatHex(bookSeed),
            "publicKey", book.publicKey().toString(),
            "checkpoint", signed.toString(),
            "witnessPrivateKey", HexFormat.of().formatHex(witnessSeed),
            "witnessPublicKey", witness.publicKey().toString(),
            "countersignedAt", 1_790_000_000L,
            "countersigned", countersigned.toString()));
  }

  private static List<EventLeaf> leaves() {
    UUID donation = UUID.fromString("6f1c1d0e-2a3b-8c4d-9e5f-0123456789ab");
    return List.of(
        new EventLeaf(
            UUID.fromString("0190b6a2-7c11-7000-8000-000000000001"),
            "Donation",
            donation,
            0,
            1_790_000_000_123L,
            "DonationReceived",
            "1",
            "{\"fundName\":\"专项资金 😀\",\"amount\":12345,\"note\":\"a\\\\b\\n\\\"c\\\"\"}",
            "{\"actor\":\"7\"}"),
        new EventLeaf(
            UUID.fromString("0190b6a2-7c11-7000-8000-000000000002"),
            "Donation",
            donation,
            1,
            1_790_000_000_124L,
            "DonationReversed",
            "",
            "{}",
            "{}"));
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static List<String> texts(List<Hash> path) {
    return path.stream().map(Hash::toString).toList();
  }

  private static void isTheFile(String name, Object vectors) throws IOException {
    Path file = FOLDER.resolve(name);
    if ("write".equals(System.getProperty("evidence.vectors"))) {
      Files.writeString(file, Json.of(vectors));
    }
    try (Stream<String> lines = Files.lines(file)) {
      assertThat(lines).containsExactlyElementsOf(Json.of(vectors).lines().toList());
    }
  }
}
