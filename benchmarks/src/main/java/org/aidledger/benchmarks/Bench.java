package org.aidledger.benchmarks;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./ledger bench [--quick] [--profile] [scenario…]}: measures, writes {@code
 * target/bench/<scenario>.json} and prints a table.
 */
public final class Bench {

  private static final int FAILED = 1;

  private static final int WRONG_USE = 64;

  private final List<Session> sessions;
  private final PrintStream out;

  Bench(List<Session> sessions, PrintStream out) {
    this.sessions = sessions;
    this.out = out;
  }

  /** Measures the scenarios of one session and says how that ended. */
  @FunctionalInterface
  interface Measuring {
    int measure(BenchOptions options, List<String> scenarios)
        throws IOException, InterruptedException;
  }

  /**
   * Runs the scenarios that are named, or all: each session in a process of its own, or all in this
   * one if it has to be quick.
   *
   * @param args {@code --root DIR} of the project, {@code --jar FILE} of the application, {@code
   *     --quick}, {@code --profile}, names; exit status 0 if every line was reached, 1 if not, 64
   *     for wrong use
   */
  public static void main(String[] args) throws Exception {
    PrintStream table = System.out;
    // What the application says goes elsewhere, so that the table stands alone.
    System.setOut(System.err);
    Bench bench = new Bench(Scenarios.all(), table);
    BenchOptions options = BenchOptions.read(List.of(args));
    System.exit(
        options.here()
            ? bench.here(options, options.names())
            : bench.run(options, options.oneProcess() ? bench::here : OwnProcess::measure));
  }

  int run(BenchOptions options, Measuring measuring) throws IOException, InterruptedException {
    List<String> all = sessions.stream().flatMap(session -> session.names().stream()).toList();
    List<String> unknown = new ArrayList<>(options.unknown());
    options.names().stream().filter(name -> !all.contains(name)).forEach(unknown::add);
    if (!unknown.isEmpty()) {
      out.println(
          "bench [--quick] [--profile] [" + String.join("|", all) + "]…: 未知 unknown " + unknown);
      return WRONG_USE;
    }
    // Two at once would delete each other's books, and measure each other.
    Files.createDirectories(options.lock().getParent());
    try (FileChannel file = FileChannel.open(options.lock(), CREATE, WRITE);
        FileLock alone = tryLock(file)) {
      if (alone == null) {
        out.println("bench: 此处已有测量正在进行 another measurement is under way here");
        return FAILED;
      }
      return runAlone(options, measuring);
    }
  }

  /** Null if it is held, by whichever process. */
  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldHere) {
      return null;
    }
  }

  private int runAlone(BenchOptions options, Measuring measuring)
      throws IOException, InterruptedException {
    Folders.delete(options.results());
    Files.createDirectories(options.results());
    EmptyBook.of(options.work()).delete();
    new Report(out).head();
    int status = 0;
    try {
      for (Session session : sessions) {
        List<String> wanted = session.names().stream().filter(options::wants).toList();
        if (!wanted.isEmpty()) {
          status = Math.max(status, measuring.measure(options, wanted) == 0 ? 0 : FAILED);
        }
      }
      return status;
    } finally {
      EmptyBook.of(options.work()).delete();
    }
  }

  /** Measures scenarios of one session in this process. */
  int here(BenchOptions options, List<String> names) throws IOException {
    Session session =
        sessions.stream().filter(s -> s.names().containsAll(names)).findFirst().orElseThrow();
    String label = String.join(", ", names);
    Path work = options.work();
    Folders.delete(work);
    try {
      Run run =
          new Run(
              options.quick(),
              Files.createDirectories(work),
              options.application(),
              options.drawn());
      List<Result> results = session.run(run, names);
      for (Result result : results) {
        new ResultFile(options.results(), run.versions(), run.settings()).write(result);
        new Report(out).row(result);
      }
      return results.stream().allMatch(Result::met) ? 0 : FAILED;
    } catch (TieOutException e) {
      out.println(label + ": 账不平 the book does not tie out: " + e.getMessage());
      return FAILED;
    } catch (Exception e) {
      out.println(label + ": 未能完成 could not be finished:");
      e.printStackTrace(out);
      return FAILED;
    } finally {
      Folders.delete(work);
    }
  }
}
