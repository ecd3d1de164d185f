package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {

  @TempDir Path folder;

  @Test
  void callersStandAboveWhomTheyCallEachAsWideAsItsShare() throws Exception {
    FlameGraph graph = new FlameGraph("made up");
    for (int i = 0; i < 3; i++) {
      graph.add(List.of("worker-*", "Desk.record", "PostgreSQL driver"));
    }
    graph.add(List.of("worker-*", "Desk.record", "Seal.<init>"));
    Path file = folder.resolve("made-up.svg");

    graph.write(file);

    assertThat(Files.readString(file))
        .contains("made up 100.0 %", "worker-* 100.0 %", "Desk.record 100.0 %")
        .contains("<title>PostgreSQL driver 75.0 %</title><rect x=\"0.0\" y=\"51\" width=\"900.0\"")
        .contains("<title>Seal.&lt;init&gt; 25.0 %</title><rect x=\"900.0\" y=\"51\"");
  }

  @Test
  void whatTheLedgerDoesIsToldByMethodAndEverythingElseByLibrary() {
    assertThat(Library.step("org.aidledger.store.event.AppendLane", "append"))
        .isEqualTo("AppendLane.append");
    assertThat(Library.step("org.postgresql.jdbc.PgStatement", "execute"))
        .isEqualTo("PostgreSQL driver");
    assertThat(Library.step("java.util.HashMap", "get")).isEqualTo("JDK");
    assertThat(Library.colour("JDK")).isNotEqualTo(Library.colour("AppendLane.append"));
  }

  @Test
  void aMeasurementIsDrawnOnlyIfThatIsWanted() throws Exception {
    assertThat(Profile.none().around("nothing", () -> 1)).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();

    long sum = new Profile(folder).around("work", ProfileTest::work);

    assertThat(sum).isPositive();
    assertThat(folder.toFile().list()).containsExactly("work.svg");
    assertThat(Files.readString(folder.resolve("work.svg"))).contains("ProfileTest.work");
  }

  /**
   * Long enough at work, not merely in time, to be met by some samples; nearly all of it in Java,
   * because to ask for the time again and again would be the system's work.
   */
  private static long work() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + TimeUnit.SECONDS.toNanos(1);
    long sum = 1;
    while (threads.getCurrentThreadCpuTime() < end) {
      for (int i = 0; i < 1_000_000; i++) {
        sum = sum * 31 + 7 | 1;
      }
    }
    return Math.abs(sum / 2) + 1;
  }
}
