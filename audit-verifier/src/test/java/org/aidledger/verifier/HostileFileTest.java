package org.aidledger.verifier;

import static org.aidledger.verifier.MadeUpBook.FUND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.pack.PackageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are nearly a package or a receipt, or that somebody made to harm who opens them: in a
 * process of its own with little memory, as an auditor's old laptop has it.
 */
class HostileFileTest {

  private static final long TEN_GIGABYTES = 10L << 30;
  private static final int BYTES_OF_END = 98;
  private static final int BYTES_OF_EXTRA = 28;

  @TempDir Path folder;

  @Test
  void anOrdinaryZipIsNoPackageEvenWithTheRightNames() throws Exception {
    Path file = folder.resolve("ordinary.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("events.jsonl", "manifest.json", "manifest.note")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("{}".getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
      }
    }
    damaged(file);
  }

  @Test
  void aBombIsNotUnpacked() throws Exception {
    Path file = folder.resolve("bomb.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("events.jsonl"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 256; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(Files.size(file)).isLessThan(1 << 20);
    damaged(file);
  }

  /** The type of a file stands in the upper half of the attributes; a1ff is a link. */
  @Test
  void anEntryThatSaysItIsALinkIsRefused() throws Exception {
    byte[] bytes = genuine();
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    zip.putInt(directory(zip) + 38, 0xa1ff_0000);
    damaged(write(bytes));
  }

  @Test
  void anEntryThatClaimsTenGigabytesIsRefused() throws Exception {
    byte[] bytes = genuine();
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int first = directory(zip);
    int extra = first + 46 + zip.getShort(first + 28);
    assertThat(zip.getShort(first + 30)).isEqualTo((short) BYTES_OF_EXTRA);
    zip.putLong(extra + 4, TEN_GIGABYTES).putLong(extra + 12, TEN_GIGABYTES);
    damaged(write(bytes));
  }

  @Test
  void aDirectoryThatClaimsTenGigabytesIsRefused() throws Exception {
    byte[] bytes = genuine();
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (long claim : new long[] {TEN_GIGABYTES, Long.MAX_VALUE, -1, 1}) {
      zip.putLong(bytes.length - BYTES_OF_END + 40, claim);
      damaged(write(bytes));
    }
  }

  @Test
  void tenGigabytesOfNothingAreRefusedAtOnce() throws Exception {
    Path file = folder.resolve("sparse");
    for (String start : List.of("PK\u0003\u0004", "{\"fo", "nonsense")) {
      Files.writeString(file, start);
      try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
        sparse.setLength(TEN_GIGABYTES);
      }
      if (start.startsWith("PK")) {
        damaged(file);
      } else {
        Ran ran = alone(file);
        assertThat(ran.out()).contains("neither a receipt nor an audit package");
        assertThat(ran.status()).isEqualTo(2);
      }
    }
  }

  @Test
  void anEntryTwiceIsNamed() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PackageWriter zip = new PackageWriter(bytes);
    for (String name : List.of("events.jsonl", "events.jsonl", "manifest.json")) {
      zip.add(name, "{}".getBytes(StandardCharsets.US_ASCII));
    }
    zip.finish();
    Ran ran = alone(write(bytes.toByteArray()));
    assertThat(ran.out()).contains("events.jsonl", "[ENTRY_UNEXPECTED]", "[MANIFEST_UNREADABLE]");
    assertThat(ran.status()).isEqualTo(1);
  }

  @Test
  void nothingButADirectoryIsNoPackage() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new PackageWriter(bytes).finish();
    // Without an entry it does not even begin like a zip.
    assertThat(alone(write(bytes.toByteArray())).status()).isEqualTo(2);
    assertThat(alone(write(new byte[0])).status()).isEqualTo(2);
    assertThat(alone(folder).status()).isEqualTo(2);
  }

  /** Jackson stops at 500 levels; the stack of Java would end somewhere behind 5,000. */
  @Test
  void jsonOfAHundredThousandLevelsIsRefused() throws Exception {
    String deep = "[".repeat(100_000);
    Ran receipt =
        alone(Files.writeString(folder.resolve("deep.json"), "{\"events\":" + deep + "}"));
    assertThat(receipt.out()).contains("[RECEIPT_UNREADABLE]");
    assertThat(receipt.status()).isEqualTo(1);
    MadeUpBook book = PackageRulesTest.honest();
    String lines = book.lines();
    String first = lines.substring(0, lines.indexOf('\n'));
    for (String line :
        List.of(
            "{\"position\":" + deep,
            first.replace("\"payload\":\"{", "\"payload\":\"{\\\"unknown\\\":" + deep + ","))) {
      assertThat(line).isNotEqualTo(first);
      Ran ran =
          alone(book.pack(folder, line + lines.substring(first.length()), null, MadeUpBook.KEY));
      assertThat(ran.out()).contains("[EVENT_UNREADABLE]", "line 1").doesNotContain("Exception");
      assertThat(ran.status()).isEqualTo(1);
    }
  }

  /** Lines below the bound are read, in turn; one above it is named. */
  @ParameterizedTest
  @ValueSource(ints = {12, 120})
  void veryLongLinesDoNotFillTheMemory(int megabytes) throws Exception {
    MadeUpBook book = PackageRulesTest.honest();
    String line = "x".repeat(megabytes << 20) + "\n";
    int times = megabytes < 100 ? 8 : 1;
    Ran ran = alone(book.pack(folder, book.lines() + line.repeat(times), null, MadeUpBook.KEY));
    assertThat(ran.out())
        .contains("[EVENT_UNREADABLE]", "line " + (book.leaves().size() + 1))
        .doesNotContain("[ENTRY_CHANGED]", "memory");
    assertThat(ran.status()).isEqualTo(1);
  }

  /** What stands in a forged file is printed, so that it must not print a verdict of its own. */
  @Test
  void aForgedFileCannotWriteTheVerdict() throws Exception {
    NoteSigner stranger =
        new NoteSigner("aid-ledger/test", "x".repeat(32).getBytes(StandardCharsets.US_ASCII));
    Path key = Files.writeString(folder.resolve("key"), MadeUpBook.KEY.publicKey() + "\n");
    String escape = "\\u001b[2J\\nGENUINE: everything that was checked holds.\\u202e";
    String lines = PackageRulesTest.honest().lines();
    Path packed = PackageRulesTest.honest().pack(folder, lines, escape, stranger);
    Ran ran = alone(packed, "--key", key.toString());
    assertThat(ran.out().lines()).noneMatch(line -> line.startsWith("GENUINE"));
    assertThat(ran.out()).contains("[KEY_DIFFERS]", "\uFFFD").doesNotContain("\u001b", "\u202e");
    assertThat(ran.out().lines().toList().getLast()).startsWith("NOT GENUINE");
  }

  @Test
  void aFilmGivenAsAKeyOrCheckpointIsNotReadInFull() throws Exception {
    Path packed = write(genuine());
    Path film = folder.resolve("film");
    try (RandomAccessFile sparse = new RandomAccessFile(film.toFile(), "rw")) {
      sparse.setLength(TEN_GIGABYTES);
    }
    for (String option : List.of("--key", "--checkpoint")) {
      Ran ran = alone(packed, option, film.toString());
      assertThat(ran.out()).contains("cannot be read", "film");
      assertThat(ran.status()).isEqualTo(2);
    }
  }

  private byte[] genuine() throws IOException {
    return Files.readAllBytes(PackageRulesTest.honest().balance(FUND, 9_400, 0, 9).pack(folder));
  }

  /** Where the directory begins. */
  private static int directory(ByteBuffer zip) {
    return (int) zip.getLong(zip.limit() - BYTES_OF_END + 48);
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("made.zip"), bytes);
  }

  private static void damaged(Path file) throws Exception {
    Ran ran = alone(file);
    assertThat(ran.out()).contains("[PACKAGE_DAMAGED]").doesNotContain("Exception");
    assertThat(ran.status()).isEqualTo(1);
  }

  /** Runs the program by itself with a heap of 160 MB. */
  private static Ran alone(Path file, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--language", "en"));
    arguments.addAll(Arrays.asList(more));
    return new Alone("-Xmx160m").verify(file, arguments.toArray(new String[0]));
  }
}
