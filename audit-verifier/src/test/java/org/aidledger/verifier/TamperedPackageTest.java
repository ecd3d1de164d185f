package org.aidledger.verifier;

import static org.aidledger.verifier.MadeUpBook.FUND;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages that somebody changed who does not hold the key. */
class TamperedPackageTest {

  @TempDir Path folder;

  private static MadeUpBook book() {
    return PackageRulesTest.honest().balance(FUND, 9_400, 0, 9);
  }

  /** A random bit of a byte, of contents and frame. */
  @Test
  void noByteCanBeFlipped() throws Exception {
    byte[] genuine = Files.readAllBytes(book().pack(folder));
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Path file = folder.resolve("flipped.zip");
    for (int i = 0; i < genuine.length; i++) {
      // The frame at the end, and one byte in twenty elsewhere, for time.
      if (i < genuine.length - 700 && random.nextInt(20) != 0) {
        continue;
      }
      byte[] flipped = genuine.clone();
      flipped[i] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);
      Ran ran = Ran.verify(file);
      assertThat(ran.status()).as("seed %d, byte %d: %s", seed, i, ran.out()).isIn(1, 2);
      assertThat(ran.out()).doesNotContain("\nGENUINE").containsAnyOf("✗", "neither a receipt");
    }
  }

  @Test
  void aPackageThatIsCutOffOrLongerIsDamaged() throws Exception {
    byte[] genuine = Files.readAllBytes(book().pack(folder));
    Path file = folder.resolve("cut.zip");
    for (int length : List.of(4, 100, genuine.length / 2, genuine.length - 1)) {
      Files.write(file, Arrays.copyOf(genuine, length));
      Ran ran = Ran.verify(file);
      assertThat(ran.out()).contains("[PACKAGE_DAMAGED]");
      assertThat(ran.status()).isEqualTo(1);
    }
    Files.write(file, Arrays.copyOf(genuine, genuine.length + 1));
    assertThat(Ran.verify(file).out()).contains("[PACKAGE_DAMAGED]");
  }

  /** Somebody makes the manifest anew, but has not the key of the book. */
  @Test
  void changedEventsUnderAnotherKeyAreNoneOfThisBook() throws Exception {
    NoteSigner stranger =
        new NoteSigner("aid-ledger/test", "x".repeat(32).getBytes(StandardCharsets.US_ASCII));
    Path key = Files.writeString(folder.resolve("key"), MadeUpBook.KEY.publicKey() + "\n");
    String lines = book().lines().replace("\\\"amount\\\":650", "\\\"amount\\\":651");
    Ran ran = Ran.verify(book().pack(folder, lines, null, stranger), "--key", key.toString());
    assertThat(ran.out()).contains("[KEY_DIFFERS]", "[MANIFEST_SIGNATURE]", "[ROOT_DIFFERS]");
  }

  /** The operator signs a manifest for events that were changed, but the checkpoints stay. */
  @Test
  void eventsThatAreChangedSwappedInsertedOrMissingDoNotLeadToTheRoot() throws Exception {
    List<String> lines = new ArrayList<>(book().lines().lines().toList());
    String changed = book().lines().replace("\\\"amount\\\":650", "\\\"amount\\\":651");
    assertThat(verified(changed)).contains("[ROOT_DIFFERS]", "[CONTROL_TOTAL_DIFFERS]");
    List<String> without = new ArrayList<>(lines);
    without.remove(3);
    assertThat(verified(text(without))).contains("[POSITION_GAP]", "[DETAIL_WITHOUT_CONTROL]");
    List<String> swapped = new ArrayList<>(lines);
    swapped.set(3, lines.get(5).replace("\"position\":5", "\"position\":3"));
    swapped.set(5, lines.get(3).replace("\"position\":3", "\"position\":5"));
    assertThat(verified(text(swapped))).contains("[ROOT_DIFFERS]", "[TIME_RUNS_BACK]");
    List<String> twice = new ArrayList<>(lines);
    twice.add(4, lines.get(4));
    assertThat(verified(text(twice))).contains("[POSITION_GAP]", "[SEQUENCE_GAP]");
    assertThat(verified("not json\n" + book().lines())).contains("[EVENT_UNREADABLE]");
  }

  /**
   * A whole suffix rewritten with new hashes and signed anew shows against a head held elsewhere.
   */
  @Test
  void anotherHistoryUnderTheSameKeyShowsAgainstAHeldCheckpointOnly() throws Exception {
    Path held = folder.resolve("held.txt");
    Files.writeString(held, book().note(book().leaves().size()).toString());
    MadeUpBook rewritten = PackageRulesTest.honest();
    EventLeaf last = rewritten.leaves().removeLast();
    rewritten
        .leaves()
        .add(
            new EventLeaf(
                last.eventId(),
                last.streamType(),
                last.streamId(),
                last.sequence(),
                last.recordedAt(),
                last.type(),
                last.revision(),
                last.payload().replace("CASH", "WECHAT"),
                last.metadata()));
    Path file = rewritten.balance(FUND, 9_400, 0, 9).pack(folder);
    assertThat(Ran.verify(file).out()).contains("No checkpoint from elsewhere was given");
    Ran ran = Ran.verify(file, "--checkpoint", held.toString());
    assertThat(ran.out()).contains("[ROOT_DIFFERS]", "the history was rewritten");
    assertThat(ran.status()).isEqualTo(1);
  }

  @Test
  void anOldCopyOfTheBookShowsAgainstANewerCheckpoint() throws Exception {
    MadeUpBook now = book();
    Path held = Files.writeString(folder.resolve("held"), now.note(now.leaves().size()).toString());
    MadeUpBook old = new MadeUpBook().fund(FUND, 50_000L).balance(FUND, 0, 0, 0);
    Ran ran = Ran.verify(old.pack(folder), "--checkpoint", held.toString());
    assertThat(ran.out()).contains("[CHECKPOINT_NOT_COMPARED]", "old copy");
    assertThat(ran.status()).isEqualTo(1);
    Path older = Files.writeString(folder.resolve("older"), old.note(1).toString());
    assertThat(Ran.verify(now.pack(folder), "--checkpoint", older.toString()).status()).isZero();
  }

  @Test
  void eventsOfOtherFundsMayStandAsHashesInAPackageOfOneFundAlone() throws Exception {
    MadeUpBook book = book().fund(MadeUpBook.id("other"), null);
    List<String> lines = new ArrayList<>(book.lines().lines().toList());
    int last = lines.size() - 1;
    lines.set(
        last,
        "{\"position\":%d,\"leaves\":1,\"hash\":\"%s\"}"
            .formatted(last, new TreeHasher().leaf(book.leaves().get(last).encoded())));
    Ran ofFund = Ran.verify(book.pack(folder, text(lines), FUND, MadeUpBook.KEY));
    assertThat(ofFund.out()).contains("package is of one fund");
    assertThat(ofFund.status()).isZero();
    Ran ofAll = Ran.verify(book.pack(folder, text(lines), null, MadeUpBook.KEY));
    assertThat(ofAll.out()).contains("[EVENT_WITHHELD]");
    assertThat(ofAll.status()).isEqualTo(1);
    assertThat(Checkpoint.of(book.note(3)).size()).isEqualTo(3);
  }

  @Test
  void aPeriodIsJudgedFromTheBalancesBeforeIt() throws Exception {
    Ran ran = Ran.verify(period(70_000));
    assertThat(ran.out()).contains("begins within the book").doesNotContain("✗");
    assertThat(ran.status()).isZero();
    assertThat(Ran.verify(period(69_999)).out()).contains("[BALANCE_DIFFERS]");
  }

  /** The fund and its first donation come before the period. */
  private Path period(long opening) throws Exception {
    MadeUpBook book = book().from(3, FUND, opening, 1);
    TreeHasher hasher = new TreeHasher();
    List<Hash> hidden =
        book.leaves().stream().limit(3).map(leaf -> hasher.leaf(leaf.encoded())).toList();
    List<String> lines = new ArrayList<>(book.lines().lines().skip(3).toList());
    String branch = "{\"position\":%d,\"leaves\":%d,\"hash\":\"%s\"}";
    lines.addFirst(branch.formatted(2, 1, hidden.get(2)));
    lines.addFirst(branch.formatted(0, 2, hasher.node(hidden.get(0), hidden.get(1))));
    return book.pack(folder, text(lines), null, MadeUpBook.KEY);
  }

  private String verified(String lines) throws Exception {
    Ran ran = Ran.verify(book().pack(folder, lines, null, MadeUpBook.KEY));
    assertThat(ran.status()).isEqualTo(1);
    return ran.out();
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
