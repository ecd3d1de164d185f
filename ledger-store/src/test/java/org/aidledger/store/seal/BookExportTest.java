package org.aidledger.store.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.SignedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BookExportTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;
  private SealFixture fixture;
  private BookExport export;

  @BeforeEach
  void open() {
    fixture = new SealFixture(folder);
    export = new BookExport(fixture.dataSource, fixture.witnesses);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void everySliceLeadsToTheRootOfEveryCheckpointAndShowsItsEventsUnchanged() throws Exception {
    for (int events : List.of(300, 21, 1, 500)) {
      fixture.append(events);
      fixture.sealer().sealAll();
    }
    List<EventLeaf> leaves = fixture.leaves();
    List<SignedNote> notes = export.checkpoints(822);
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      long first = i == 0 ? 0 : random.nextInt(823);
      long end = i == 0 ? 822 : random.nextLong(first, 823);
      BookSlice slice = new BookSlice(first, end, 822, null);
      List<Long> roots = new ArrayList<>();
      long shown = 0;
      Deque<Hash> hashes = new ArrayDeque<>();
      Deque<Long> widths = new ArrayDeque<>();
      long next = 0;
      for (JsonNode line : lines(slice, notes)) {
        assertThat(line.path("position").asLong()).as("seed " + seed).isEqualTo(next);
        long width = line.path("leaves").asLong(1);
        Hash hash;
        if (line.has("hash")) {
          hash = Hash.parse(line.path("hash").asString());
          assertThat(next + width <= first || next >= end).as("seed " + seed).isTrue();
        } else {
          EventLeaf leaf = leaf(line);
          assertThat(leaf).as("seed " + seed).isEqualTo(leaves.get((int) next));
          hash = new TreeHasher().leaf(leaf.encoded());
          shown++;
        }
        next += width;
        push(hashes, widths, hash, width);
        long size = next;
        notes.stream()
            .map(Checkpoint::of)
            .filter(checkpoint -> checkpoint.size() == size)
            .forEach(
                checkpoint -> {
                  roots.add(size);
                  assertThat(root(hashes)).as("seed " + seed).isEqualTo(checkpoint.root());
                });
      }
      assertThat(next).isEqualTo(822);
      assertThat(shown).isEqualTo(end - first);
      assertThat(roots).contains(822L).hasSameSizeAs(notes);
    }
  }

  @Test
  void whatIsLeftOutTakesFewHashes() throws Exception {
    fixture.append(5_000);
    fixture.sealer().sealAll();
    BookSlice slice = new BookSlice(3_000, 3_001, 5_000, null);
    assertThat(lines(slice, export.checkpoints(5_000))).hasSizeLessThan(26);
  }

  @Test
  void countersignedHeadsAndTheLastOfEachDayAreAmongTheCheckpoints() {
    for (int i = 0; i < 3; i++) {
      fixture.append(2);
      fixture.sealer().sealAll();
      if (i == 0) {
        fixture.witnesses.accept(
            SealFixture.WITNESS
                .cosign(fixture.book.head().orElseThrow(), Instant.ofEpochSecond(1_790_000_000))
                .toString());
      }
    }
    assertThat(export.checkpoints(6))
        .extracting(n -> Checkpoint.of(n).size())
        .containsExactly(2L, 6L);
    assertThat(export.checkpoints(4)).extracting(n -> Checkpoint.of(n).size()).contains(2L, 4L);
  }

  @Test
  void aHeadWithinAnAppendIsPassedOver() {
    assertThat(export.steadyHead()).isEmpty();
    fixture.append(3);
    fixture.sealer().sealAll();
    assertThat(export.steadyHead()).isPresent();
    fixture.append(2);
    fixture.tamper(
        "event", "update ledger.event set recorded_at = 1790000000002 where position = 3");
    assertThat(export.steadyHead()).isEmpty();
  }

  private List<JsonNode> lines(BookSlice slice, List<SignedNote> notes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(slice, notes, out, position -> {});
    return out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
  }

  private static EventLeaf leaf(JsonNode line) {
    return new EventLeaf(
        UUID.fromString(line.path("eventId").asString()),
        line.path("streamType").asString(),
        UUID.fromString(line.path("streamId").asString()),
        line.path("sequence").asLong(),
        line.path("recordedAt").asLong(),
        line.path("type").asString(),
        line.path("revision").asString(),
        line.path("payload").asString(),
        line.path("metadata").asString());
  }

  private static void push(Deque<Hash> hashes, Deque<Long> widths, Hash hash, long width) {
    Hash top = hash;
    long leaves = width;
    while (!widths.isEmpty() && widths.peek() == leaves) {
      top = new TreeHasher().node(hashes.pop(), top);
      leaves += widths.pop();
    }
    hashes.push(top);
    widths.push(leaves);
  }

  private static Hash root(Deque<Hash> hashes) {
    Hash root = null;
    for (Hash hash : hashes) {
      root = root == null ? hash : new TreeHasher().node(hash, root);
    }
    return Objects.requireNonNull(root);
  }
}
