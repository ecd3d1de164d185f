package org.aidledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long book in a little heap: what is remembered of its streams lies in a file. */
class FlatMemoryTest {

  private static final int BATCHES = 64;
  private static final int OF_A_BATCH = 1_000;

  @TempDir static Path folder = Path.of("");

  private static Path genuine = Path.of("");

  @TempDir Path temporary;

  @BeforeAll
  static void pack() throws Exception {
    genuine = book(0).pack(folder);
  }

  @Test
  void aLongBookIsVerifiedInALittleHeapAndLeavesNothingBehind() throws Exception {
    Ran ran = java(temporary).verify(genuine, "--language", "en");
    assertThat(ran.out()).contains("GENUINE", "Entries added up: " + BATCHES * OF_A_BATCH);
    assertThat(ran.status()).isZero();
    assertThat(left()).isZero();
  }

  @Test
  void whatIsWrongInTheMiddleOfALongBookIsNamed() throws Exception {
    Path file = book(1).pack(folder);
    Ran ran = java(temporary).verify(file, "--language", "en");
    assertThat(ran.out()).contains("[SELF_CORRECTION]").doesNotContain("[CORRECTION_DIFFERS]");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(left()).isZero();
  }

  @Test
  void withoutAFolderForTheFileItSaysSoInWordsAndThatItIsNotThePackage() throws Exception {
    Path missing = folder.resolve("missing");
    Ran english = java(missing).verify(genuine, "--language", "en");
    assertThat(english.out())
        .contains("a temporary file is needed", "nothing about the package", missing.toString())
        .doesNotContain("Exception");
    assertThat(english.status()).isEqualTo(2);
    Ran chinese = java(missing).verify(genuine, "--language", "zh");
    assertThat(chinese.out()).contains("临时文件", missing.toString()).doesNotContain("Exception");
    assertThat(chinese.status()).isEqualTo(2);
  }

  /**
   * A book.
   *
   * @param corrected how many of its first donations whoever recorded them corrects in the end
   */
  private static MadeUpBook book(int corrected) {
    MadeUpBook book = new MadeUpBook().fund(MadeUpBook.FUND, null);
    for (int i = 0; i < BATCHES; i++) {
      book.donations("batch " + i + " ", OF_A_BATCH, 100);
    }
    for (int i = 0; i < corrected; i++) {
      book.corrected("batch 0 " + i, MadeUpBook.FINANCE, 100, 90);
    }
    int entries = BATCHES * OF_A_BATCH;
    return book.balance(
        MadeUpBook.FUND, 100L * entries - 10L * corrected, 0, entries + 2L * corrected);
  }

  private static Alone java(Path temporary) {
    // The more processors, the more lines are under way.
    return new Alone(
        "-Xmx18m",
        "-XX:ActiveProcessorCount=2",
        "-XX:+UseSerialGC",
        "-Djava.io.tmpdir=" + temporary);
  }

  private long left() throws Exception {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.count();
    }
  }
}
