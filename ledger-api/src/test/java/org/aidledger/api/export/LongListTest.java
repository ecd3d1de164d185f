package org.aidledger.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list of any length is written in the same memory. */
class LongListTest {

  private static final int ROWS = 1_000_000;

  @ParameterizedTest
  @EnumSource
  void aMillionRowsFitThroughAHeapOf48Megabytes(ExportFormat format) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                LongListTest.class.getName(),
                format.name())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  /** Writes the list to nowhere. */
  public static void main(String[] args) throws IOException {
    Rows<Sample> rows =
        taker -> {
          for (int i = 0; i < ROWS; i++) {
            taker.accept(Sample.of("捐赠人 " + i + " 的留言，每一行都不相同", i));
          }
        };
    Sample.export(ExportFormat.valueOf(args[0]))
        .write(
            new ExportList<>("long", "long", List.copyOf(Sample.COLUMNS), rows),
            OutputStream.nullOutputStream());
  }
}
