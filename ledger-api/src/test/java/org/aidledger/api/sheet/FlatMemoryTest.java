package org.aidledger.api.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long files are read in the memory of short ones, and leave no temporary file behind. */
class FlatMemoryTest {

  private static final long MOST_GROWTH = 48L << 20;

  @TempDir private Path folder;

  @Test
  void aMillionLinesOfText() throws IOException {
    Path file = folder.resolve("long.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("姓名,工号,金额,日期\n");
      for (int i = 0; i < 1_000_000; i++) {
        out.write("张三" + i + ",G" + i + ",100.00,2026-05-19\n");
      }
    }

    assertThat(growth(file, 1_000_001)).isLessThan(MOST_GROWTH);
  }

  @Test
  void twoHundredThousandRowsOfAWorkbook() throws IOException {
    Path file = folder.resolve("long.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("名册");
      for (int i = 0; i < 200_000; i++) {
        sheet.value(i, 0, "张三" + i);
        sheet.value(i, 1, "G" + i);
        sheet.value(i, 2, i * 0.01);
        if (i % 1_000 == 0) {
          sheet.flush();
        }
      }
    }
    // A folder of its own: in that of the machine others put theirs, too.
    Path temporary = folder.resolve("temporary");
    long growth =
        TempFile.withStrategy(
            new DefaultTempFileCreationStrategy(temporary.toFile()), () -> growth(file, 200_000));

    assertThat(growth).isLessThan(MOST_GROWTH);
    assertThat(temporary).as("was used").isDirectory().isEmptyDirectory();
  }

  /** How much more lives in the heap near the end of the file than before it was opened. */
  private static long growth(Path file, int rows) {
    long before = live();
    long growth = 0;
    int count = 0;
    try (Sheet sheet = Sheets.open(() -> Files.newInputStream(file))) {
      for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
        count++;
        if (count == rows / 2 || count == rows - 1) {
          growth = Math.max(growth, live() - before);
        }
      }
    }
    assertThat(count).isEqualTo(rows);
    return growth;
  }

  private static long live() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
