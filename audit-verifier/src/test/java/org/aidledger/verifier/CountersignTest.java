package org.aidledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.Cosigner;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.evidence.note.VerifierKey;
import org.aidledger.verifier.witness.Countersign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The auditor as a witness, with a book of two, three and four events. */
class CountersignTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

  @TempDir Path folder;

  private final MadeUpBook book =
      new MadeUpBook().fund(MadeUpBook.FUND, null).donation("d1", 100).donation("d2", 200);

  @BeforeEach
  void give() throws Exception {
    write("book.pub", MadeUpBook.KEY.publicKey() + "\n");
  }

  @Nested
  class AKey {

    @Test
    void isReadableByItsOwnerOnlyAndTellsItsPublicHalf() throws Exception {
      Ran ran = run("--new-key", file("w1"), "--name", "auditor.example/w1");
      assertThat(ran.out()).contains("MADE", "--ledger.evidence.witnesses=" + publicKey());
      assertThat(ran.out()).doesNotContain("PRIVATE+KEY");
      assertThat(ran.status()).isZero();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path("w1"))))
          .isEqualTo("rw-------");
      assertThat(text("w1")).startsWith("PRIVATE+KEY+auditor.example/w1+");
      assertThat(publicKey().name()).isEqualTo("auditor.example/w1");
    }

    @Test
    void isNeverOverwritten() throws Exception {
      run("--new-key", file("w1"), "--name", "auditor.example/w1");
      String before = text("w1");
      Ran ran = run("--new-key", file("w1"), "--name", "auditor.example/w1");
      assertThat(ran.out()).contains("[WITNESS_KEY_EXISTS]");
      assertThat(ran.status()).isEqualTo(1);
      assertThat(text("w1")).isEqualTo(before);
    }

    @Test
    void hasANameWithoutSpaces() {
      Ran ran = run("--new-key", file("w1"), "--name", "the auditor");
      assertThat(ran.out()).contains("[WITNESS_NAME]");
      assertThat(ran.status()).isEqualTo(1);
      assertThat(path("w1")).doesNotExist();
    }

    @Test
    void thatOthersMayReadIsNotUsed() throws Exception {
      key();
      Files.setPosixFilePermissions(path("w1"), PosixFilePermissions.fromString("rw-r-----"));
      Ran ran = countersign(2, "--first");
      assertThat(ran.out()).contains("[WITNESS_KEY_OPEN]", "chmod 600");
      assertThat(ran.status()).isEqualTo(1);
      assertThat(path("w1.last")).doesNotExist();
    }

    @Test
    void thatIsNoneIsNotReadable() throws Exception {
      key();
      for (String broken :
          List.of("", "x", text("w1").replace("+auditor", "+other"), text("w1") + "more")) {
        Files.writeString(path("w1"), broken);
        assertThat(countersign(2, "--first").status()).as(broken).isEqualTo(2);
      }
      assertThat(path("w1.last")).doesNotExist();
    }
  }

  @Nested
  class AHead {

    @BeforeEach
    void keyAndFirst() throws Exception {
      key();
      Ran first = countersign(2, "--first");
      assertThat(first.out()).contains("COUNTERSIGNED", "compared with nothing");
      assertThat(first.status()).as(first.out()).isZero();
    }

    @Test
    void carriesBothSignaturesAndTheTimeAndIsKept() throws Exception {
      SignedNote note = SignedNote.parse(text("head-2.countersigned"));
      assertThat(note.text()).isEqualTo(book.note(2).text());
      assertThat(note.signatures()).hasSize(2);
      assertThat(note.signedBy(MadeUpBook.KEY.publicKey())).isTrue();
      assertThat(note.signedBy(publicKey())).isTrue();
      assertThat(HexFormat.of().formatHex(note.signatures().getLast().signature()))
          .startsWith(HexFormat.of().toHexDigits(NOW.getEpochSecond()));
      assertThat(text("w1.last")).isEqualTo(text("head-2.countersigned"));
    }

    @Test
    void thatContinuesTheLastIsCountersignedWithItsProof() throws Exception {
      Ran without = countersign(3);
      assertThat(without.out()).contains("[PROOF_MISSING]", "consistency?from=2&to=3");
      assertThat(without.status()).isEqualTo(1);
      Ran with = countersign(3, "--proof", proof(2, 3, leaf(2)));
      assertThat(with.out()).contains("COUNTERSIGNED", "curl", "head-3.countersigned");
      assertThat(with.status()).as(with.out()).isZero();
      assertThat(text("w1.last")).startsWith("aid-ledger/test\n3\n");
    }

    @Test
    void ofTheSameSizeIsCountersignedAgainWithoutAProof() throws Exception {
      assertThat(countersign(2).status()).isZero();
    }

    @Test
    void thatIsOlderIsRefusedAndNothingIsWritten() throws Exception {
      assertThat(countersign(3, "--proof", proof(2, 3, leaf(2))).status()).isZero();
      String kept = text("w1.last");
      Files.delete(path("head-2.countersigned"));
      Ran older = countersign(2);
      assertThat(older.out()).contains("[HEAD_OLDER]", "NOT COUNTERSIGNED");
      assertThat(older.status()).isEqualTo(1);
      assertThat(path("head-2.countersigned")).doesNotExist();
      assertThat(text("w1.last")).isEqualTo(kept);
    }

    @Test
    void thatIsForkedIsRefusedWhateverProofComesWithIt() throws Exception {
      String kept = text("w1.last");
      MadeUpBook fork =
          new MadeUpBook().fund(MadeUpBook.FUND, null).donation("x", 9).donation("y", 8);
      write("fork-2", note(fork, 2));
      write("fork-3", note(fork, 3));
      assertThat(of("fork-2").out()).contains("[HEAD_FORKED]", "two histories");
      Hash third = new TreeHasher().leaf(fork.leaves().get(2).encoded());
      for (Hash hash : List.of(third, leaf(2))) {
        Ran ran = of("fork-3", "--proof", proof(2, 3, hash));
        assertThat(ran.out()).contains("[HEAD_NOT_CONTINUED]");
        assertThat(ran.status()).isEqualTo(1);
      }
      assertThat(text("w1.last")).isEqualTo(kept);
    }

    @Test
    void needsTheProofBetweenTheRightSizes() throws Exception {
      Ran ran = countersign(4, "--proof", proof(2, 3, leaf(2)));
      assertThat(ran.out()).contains("[PROOF_MISSING]", "from=2&to=4");
      assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void withAProofThatIsNoneIsNotReadable() throws Exception {
      for (String proof :
          List.of(
              "", "[]", "{\"code\":\"NOT_SEALED_YET\"}", "{\"from\":2,\"to\":3,\"path\":[1]}")) {
        write("proof", proof);
        assertThat(countersign(3, "--proof", file("proof")).status()).as(proof).isEqualTo(2);
      }
    }

    @Test
    void isNoFirstOneTwice() throws Exception {
      assertThat(countersign(2, "--first").out()).contains("[NOT_THE_FIRST]");
    }

    @Test
    void isNotTakenForTheFirstIfTheLastIsLost() throws Exception {
      Files.delete(path("w1.last"));
      Ran ran = countersign(3);
      assertThat(ran.out()).contains("[LAST_HEAD_MISSING]", "--first");
      assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void isComparedWithNoAlteredFileAndNoOtherBook() throws Exception {
      write("w1.last", text("w1.last").replaceFirst("\n2\n", "\n1\n"));
      assertThat(countersign(3).out()).contains("[LAST_HEAD_ALTERED]");
      NoteSigner other = new NoteSigner("aid-ledger/other", new byte[32]);
      Checkpoint checkpoint = new Checkpoint("aid-ledger/other", 2, leaf(2));
      write("w1.last", other.sign(checkpoint.text()).toString());
      assertThat(countersign(3).out()).contains("[OTHER_BOOK]", "aid-ledger/other");
    }

    @Test
    void ofAStrangerIsRefused() throws Exception {
      byte[] seed = new byte[32];
      seed[0] = 1;
      NoteSigner stranger = new NoteSigner("aid-ledger/test", seed);
      write("head-2", stranger.sign(book.note(2).text()).toString());
      assertThat(of("head-2").out()).contains("[CHECKPOINT_SIGNATURE]");
      write("head-2", book.note(2).toString().replaceFirst("\n2\n", "\n3\n"));
      assertThat(of("head-2").out()).contains("[CHECKPOINT_SIGNATURE]");
      write("head-2", "no head");
      assertThat(of("head-2").status()).isEqualTo(2);
    }

    @Test
    void leavesSignaturesBehindThatTheWitnessDoesNotVouchFor() throws Exception {
      Cosigner someone = new Cosigner("someone.example/w", new byte[32]);
      write("head-2", someone.cosign(book.note(2), NOW).toString());
      assertThat(of("head-2").status()).isZero();
      assertThat(text("head-2.countersigned")).doesNotContain("someone.example");
    }
  }

  @Test
  void itSpeaksChineseAndJson() throws Exception {
    key();
    assertThat(countersign(3, "--language", "zh").out()).contains("未副署", "从未副署过本账簿的");
    assertThat(countersign(2, "--first", "--language=zh").out()).contains("已副署", "见证人：");
    assertThat(countersign(3, "--json").out())
        .contains("\"kind\":\"COUNTERSIGNATURE\"", "\"genuine\":false", "\"PROOF_MISSING\"");
  }

  @Test
  void wrongUseEndsWith64AndSaysHow() {
    for (List<String> arguments :
        List.of(
            List.<String>of(),
            List.of("head"),
            List.of("head", "--key", "k"),
            List.of("head", "head", "--key", "k", "--witness-key", "w"),
            List.of("head", "--key", "k", "--witness-key", "w", "--colour", "red"),
            List.of("head", "--key", "k", "--key", "k", "--witness-key", "w"),
            List.of("head", "--key", "k", "--witness-key"),
            List.of("--new-key", "w"),
            List.of("--new-key", "w", "--name", "n", "--first"),
            List.of("head", "--new-key", "w", "--name", "n"))) {
      Ran ran = run(arguments.toArray(new String[0]));
      assertThat(ran.status()).as(arguments.toString()).isEqualTo(64);
      assertThat(ran.out()).contains("./ledger countersign CHECKPOINT");
    }
  }

  private void key() {
    assertThat(run("--new-key", file("w1"), "--name", "auditor.example/w1").status()).isZero();
  }

  private VerifierKey publicKey() throws Exception {
    return VerifierKey.parse(text("w1.pub").strip());
  }

  /** Countersigns the head of this size. */
  private Ran countersign(int size, String... more) throws Exception {
    write("head-" + size, note(book, size));
    return of("head-" + size, more);
  }

  private Ran of(String head, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(file(head), "--witness-key", file("w1"), "--key", file("book.pub")));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(new String[0]));
  }

  private static Ran run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        Countersign.run(
            List.of(arguments),
            Locale.ENGLISH,
            NOW,
            new PrintStream(out, true, StandardCharsets.UTF_8));
    return new Ran(status, out.toString(StandardCharsets.UTF_8));
  }

  private static String note(MadeUpBook book, int size) {
    return book.note(size).toString();
  }

  /** The leaf hash of an event of the book. */
  private Hash leaf(int position) {
    EventLeaf leaf = book.leaves().get(position);
    return new TreeHasher().leaf(leaf.encoded());
  }

  private String proof(int from, int to, Hash... path) throws Exception {
    List<String> hashes = new ArrayList<>();
    for (Hash hash : path) {
      hashes.add("\"" + hash + "\"");
    }
    write(
        "proof",
        "{\"from\":%d,\"to\":%d,\"path\":[%s]}".formatted(from, to, String.join(",", hashes)));
    return file("proof");
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private String file(String name) {
    return path(name).toString();
  }

  private String text(String name) throws Exception {
    return Files.readString(path(name));
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(path(name), text);
  }
}
