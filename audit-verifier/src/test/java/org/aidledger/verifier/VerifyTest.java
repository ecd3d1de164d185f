package org.aidledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.verifier.event.EventTypes;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Fact;
import org.aidledger.verifier.report.Note;
import org.aidledger.verifier.report.Report;
import org.aidledger.verifier.report.ReportJson;
import org.aidledger.verifier.report.ReportText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the program is called, what it says, and what it knows. */
class VerifyTest {

  @TempDir Path folder;

  @Test
  void aReceiptIsGenuineAndNoCharacterOfItCanBeChanged() throws Exception {
    String genuine = receipt();
    Path file = Files.writeString(folder.resolve("receipt.json"), genuine);
    Path key = Files.writeString(folder.resolve("key"), MadeUpBook.KEY.publicKey() + "\n");
    Ran ran = Ran.verify(file, "--key", key.toString());
    assertThat(ran.out()).contains("GENUINE: the receipt", "Donation/" + MadeUpBook.id("d1"));
    assertThat(ran.status()).isZero();
    assertThat(Ran.verify(file).out()).contains("Compare it with the one");
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] bytes = genuine.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, flipped);
      assertThat(Ran.verify(file, "--key", key.toString()).status())
          .as("seed %d, byte %d", seed, i)
          .isNotZero();
    }
  }

  @Test
  void aReceiptOfTwoDonationsOrOfNoneIsNamed() throws Exception {
    MadeUpBook book = new MadeUpBook().fund(MadeUpBook.FUND, null).donation("d1", 100);
    book.donation("d2", 200);
    TreeHasher hasher = new TreeHasher();
    List<Hash> hashes = book.leaves().stream().map(it -> hasher.leaf(it.encoded())).toList();
    assertThat(hashes).hasSize(5);
    Hash left = hasher.node(hashes.get(0), hashes.get(1));
    Hash right = hasher.node(hashes.get(2), hashes.get(3));
    String one = event(2, book.leaves().get(2), hashes.get(3), left, hashes.get(4));
    String other = event(4, book.leaves().get(4), hasher.node(left, right));
    Path file = folder.resolve("receipt.json");
    Files.writeString(file, receipt(book, 5, one));
    assertThat(Ran.verify(file).status()).isZero();
    Files.writeString(file, receipt(book, 5, one + "," + other));
    assertThat(Ran.verify(file).out()).contains("[NOT_ONE_STREAM]").doesNotContain("NOT_INCLUDED");
    assertThat(Ran.verify(file).status()).isEqualTo(1);
    Files.writeString(file, receipt(book, 5, ""));
    assertThat(Ran.verify(file).out()).contains("[NOT_ONE_STREAM]");
  }

  @Test
  void aReceiptWithoutAKeyOrWithACheckpointThatIsNoneIsNotGenuine() throws Exception {
    String key = "\"publicKey\":\"" + MadeUpBook.KEY.publicKey() + "\",";
    Path file = Files.writeString(folder.resolve("receipt.json"), receipt().replace(key, ""));
    assertThat(Ran.verify(file).out()).contains("[KEY_MISSING]", "[CHECKPOINT_SIGNATURE]");
    assertThat(Ran.verify(file).status()).isEqualTo(1);
    Files.writeString(file, receipt().replace("\"checkpoint\":\"", "\"checkpoint\":\"\\n"));
    assertThat(Ran.verify(file).out()).contains("[CHECKPOINT_UNREADABLE]");
    assertThat(Ran.verify(file).status()).isEqualTo(1);
  }

  @Test
  void aReceiptUnderAnotherHeadOfTheSameSizeIsForged() throws Exception {
    Path file = Files.writeString(folder.resolve("receipt.json"), receipt());
    MadeUpBook other = new MadeUpBook().fund(MadeUpBook.FUND, 1L).donation("x", 1);
    Path held = Files.writeString(folder.resolve("held"), other.note(3).toString());
    Ran ran = Ran.verify(file, "--checkpoint", held.toString());
    assertThat(ran.out()).contains("[ROOT_DIFFERS]");
    assertThat(ran.status()).isEqualTo(1);
  }

  @Test
  void whatIsNotAReceiptAndNotAPackageIsNotReadable() throws Exception {
    Path file = Files.writeString(folder.resolve("letter.txt"), "Dear auditor");
    assertThat(Ran.verify(file).status()).isEqualTo(2);
    assertThat(Ran.verify(folder.resolve("missing")).status()).isEqualTo(2);
    assertThat(Ran.verify(file, "--key", "nowhere").out()).contains("nowhere");
    Files.writeString(file, "{\"format\":\"aidledger.org/receipt/v1\",\"state\":\"WAITING\"}");
    assertThat(Ran.verify(file).out()).contains("[RECEIPT_WAITING]");
  }

  @Test
  void wrongUseEndsWith64AndSaysHow() {
    for (String[] arguments :
        List.of(
            new String[] {},
            new String[] {"a", "b"},
            new String[] {"a", "--key"},
            new String[] {"a", "--colour", "red"})) {
      Ran ran = Ran.of(arguments);
      assertThat(ran.status()).isEqualTo(64);
      assertThat(ran.out()).contains("./ledger verify FILE");
    }
  }

  @Test
  void peopleReadTimesToTheSecondInTheirZoneAndMachinesAsTheyWere() {
    Report report = new Report(Report.Kind.PACKAGE);
    report.fact(Fact.MADE_AT, "2026-11-21T22:36:43.071359259Z");
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    assertThat(new ReportText(Locale.ENGLISH, zone).of(report))
        .contains("  Made at: 2026-11-22 06:36:43 +08:00\n");
    assertThat(new ReportText(Locale.CHINESE, zone).of(report))
        .contains("2026-11-22 06:36:43 +08:00\n");
    assertThat(new ReportText(Locale.ENGLISH, ZoneOffset.UTC).of(report))
        .contains("2026-11-21 22:36:43 +00:00\n");
    assertThat(ReportJson.of(report)).contains("\"createdAt\":\"2026-11-21T22:36:43.071359259Z\"");
    report.fact(Fact.MADE_AT, "when nobody looked");
    assertThat(new ReportText(Locale.ENGLISH, zone).of(report)).contains("when nobody looked");
  }

  @Test
  void everyTextIsThereInBothLanguages() {
    Set<String> keys =
        Stream.of(
                Stream.of(Code.values()).map(code -> "code." + code),
                Stream.of(Fact.values()).map(fact -> "fact." + fact),
                Stream.of(Note.values()).map(note -> "note." + note),
                Stream.of(Report.Kind.values())
                    .flatMap(
                        kind -> Stream.of("title.", "genuine.", "false.").map(it -> it + kind)))
            .flatMap(names -> names)
            .collect(Collectors.toSet());
    for (String language : List.of("en", "zh")) {
      ResourceBundle texts =
          ResourceBundle.getBundle("org.aidledger.verifier.report.texts_" + language);
      assertThat(texts.keySet()).containsAll(keys);
      assertThat(texts.keySet())
          .isEqualTo(ResourceBundle.getBundle("org.aidledger.verifier.report.texts_zh").keySet());
    }
  }

  /** A type that is added to the book needs a place here, with its rules. */
  @Test
  void everyTypeOfEventThatTheBookHasIsKnown() throws Exception {
    Set<String> unknown = new TreeSet<>();
    try (Stream<Path> schemas = Files.list(Path.of("../docs/events"))) {
      schemas
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.endsWith(".schema.json"))
          .map(name -> name.substring(0, name.length() - ".schema.json".length()))
          .filter(name -> !EventTypes.known(name))
          .forEach(unknown::add);
    }
    assertThat(unknown).isEmpty();
  }

  private static String receipt() {
    MadeUpBook book = new MadeUpBook().fund(MadeUpBook.FUND, null).donation("d1", 100);
    List<EventLeaf> leaves = book.leaves();
    TreeHasher hasher = new TreeHasher();
    // The donation is the third leaf, whose only neighbour is the branch over the first two.
    Hash neighbour =
        hasher.node(hasher.leaf(leaves.get(0).encoded()), hasher.leaf(leaves.get(1).encoded()));
    return receipt(book, 3, event(2, leaves.get(2), neighbour));
  }

  private static String event(int position, EventLeaf leaf, Hash... path) {
    return """
    {"position":%d,"leaf":"%s","path":[%s]}"""
        .formatted(
            position,
            Base64.getEncoder().encodeToString(leaf.encoded()),
            Stream.of(path).map(hash -> "\"" + hash + "\"").collect(Collectors.joining(",")));
  }

  private static String receipt(MadeUpBook book, int size, String events) {
    return """
    {"format":"aidledger.org/receipt/v1","state":"SEALED","publicKey":"%s","checkpoint":"%s","events":[%s]}\
    """
        .formatted(
            MadeUpBook.KEY.publicKey(), book.note(size).toString().replace("\n", "\\n"), events);
  }
}
