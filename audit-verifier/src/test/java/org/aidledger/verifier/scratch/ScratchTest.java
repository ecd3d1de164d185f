package org.aidledger.verifier.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

  private static final int PAGE = 1 << 13;
  private static final int BYTES = PAGE * Long.BYTES;

  @TempDir Path folder;

  @Test
  void whatIsSmallNeedsNoFile() throws Exception {
    try (Scratch scratch = new Scratch(folder.resolve("missing"), 2 * BYTES, BYTES)) {
      write(scratch.page(PAGE), 1);
      write(scratch.page(PAGE), 2);
      assertThat(scratch.fileBytes()).isZero();
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void pagesAreEmptyAndApartAcrossManyWindowsAndTheFileIsGoneAfterwards() throws Exception {
    List<LongBuffer> pages = new ArrayList<>();
    try (Scratch scratch = new Scratch(folder, BYTES, BYTES)) {
      for (int i = 0; i < 100; i++) {
        LongBuffer page = scratch.page(PAGE);
        assertThat(page.get(0)).isZero();
        assertThat(page.get(PAGE - 1)).isZero();
        write(page, i);
        pages.add(page);
      }
      assertThat(scratch.fileBytes()).isBetween(99L * BYTES, 200L * BYTES);
      for (int i = 0; i < pages.size(); i++) {
        assertThat(pages.get(i).get(0)).isEqualTo(i);
        assertThat(pages.get(i).get(PAGE - 1)).isEqualTo(i);
      }
    }
    assertThat(left()).isEmpty();
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> pages.getLast().get(0));
  }

  @Test
  void aPageLargerThanAWindowHasOneOfItsOwn() throws Exception {
    try (Scratch scratch = new Scratch(folder, BYTES, BYTES)) {
      LongBuffer page = scratch.page(5 * PAGE);
      write(page, 7);
      assertThat(page.capacity()).isEqualTo(5 * PAGE);
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void nothingIsLeftBehindWhenTheWorkFails() throws Exception {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () -> {
              try (Scratch scratch = new Scratch(folder, BYTES, BYTES)) {
                write(scratch.page(3 * PAGE), 1);
                throw new ArithmeticException();
              }
            });
    assertThat(left()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path missing = folder.resolve("missing");
    try (Scratch scratch = new Scratch(missing, BYTES, BYTES)) {
      write(scratch.page(PAGE), 1);
      assertThatExceptionOfType(NoScratchException.class)
          .isThrownBy(() -> scratch.page(PAGE))
          .withMessage(missing.toString())
          .withCauseInstanceOf(IOException.class);
    }
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void write(LongBuffer page, long value) {
    page.put(0, value);
    page.put(page.capacity() - 1, value);
  }
}
