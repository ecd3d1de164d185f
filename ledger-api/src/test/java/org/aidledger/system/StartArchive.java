package org.aidledger.system;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The application's classes as Java has them in memory after a start, in a file that the next
 * starts use: they take two thirds of the time. It is made at the first start after a build, for
 * all processes of the tests. Java keeps classes out of jars only, so the application's own are
 * packed. Whatever goes wrong, ledgers are started without it and only take longer.
 */
final class StartArchive {

  private static final Path FOLDER = Path.of("target/system");

  /** What a process answers that was asked to stop and did. */
  private static final int STOPPED = 143;

  private StartArchive() {}

  /** Options for Java that name the class path, and the archive if there is one. */
  static List<String> options() {
    return Made.OPTIONS;
  }

  /** Looked for, or made, by whoever asks first. */
  private static final class Made {

    static final List<String> OPTIONS = make();

    private static List<String> make() {
      try {
        Path home = FOLDER.resolve("start-" + state()).toAbsolutePath();
        Path archive = archive(home);
        if (Files.exists(archive)) {
          return options(home, "-XX:SharedArchiveFile=" + archive);
        }
      } catch (IOException | RuntimeException | AssertionError e) {
        System.out.println("Ledgers start without an archive of classes: " + e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      return List.of("-cp", String.join(System.getProperty("path.separator"), plain()));
    }

    private static List<String> plain() {
      return entries().stream().map(Path::toString).toList();
    }
  }

  private static Path archive(Path home) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Path done = home.resolve("done");
    // The processes of the tests begin at the same time; one makes it for all.
    try (FileChannel file =
            FileChannel.open(
                FOLDER.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = file.lock()) {
      if (Files.notExists(done) && isWorthMaking()) {
        deleteOld();
        pack(Files.createDirectories(home));
        train(home);
        Files.createFile(done);
      }
    }
    return home.resolve("start.jsa");
  }

  /** Whoever names the tests that he wants starts few ledgers, and is to wait for these alone. */
  private static boolean isWorthMaking() {
    return System.getProperty("test", "").isEmpty();
  }

  /** Starts the application, uses it a little and stops it, when it writes the archive. */
  private static void train(Path home) throws IOException, InterruptedException {
    Path unfinished = home.resolve("unfinished.jsa");
    List<String> java = options(home, "-XX:ArchiveClassesAtExit=" + unfinished);
    Path data = home.resolve("data");
    try (RunningLedger ledger = RunningLedger.start(java, data, List.of())) {
      ledger.desk("finance").order(201, "/funds", Bodies.fund("FIRST"));
      PageClient.signIn(ledger.port(), "finance").get("/funds");
      Process process = ledger.process();
      process.destroy();
      // Half an archive is none.
      if (process.waitFor(Waiting.PATIENCE) && process.exitValue() == STOPPED) {
        Files.move(unfinished, home.resolve("start.jsa"), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    delete(data);
  }

  /**
   * Java would say which classes cannot be kept, and at each start that the options about modules
   * are not those of its own archive. What ledgers say is to be the same with and without one.
   */
  private static List<String> options(Path home, String archive) {
    return List.of("-cp", packedClassPath(home), archive, "-Xlog:cds=off");
  }

  /** Another one as soon as any class is another one. */
  private static String state() throws IOException {
    CRC32 state = new CRC32();
    for (Path entry : entries()) {
      try (Stream<Path> files = Files.walk(entry)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          String line = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
          state.update(line.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return Long.toHexString(state.getValue());
  }

  private static void pack(Path home) throws IOException {
    ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
    List<Path> entries = entries();
    for (int i = 0; i < entries.size(); i++) {
      Path entry = entries.get(i);
      if (Files.isDirectory(entry)) {
        String file = packed(home, i).toString();
        int status =
            jar.run(System.out, System.err, "-c", "-0", "-f", file, "-C", entry.toString(), ".");
        if (status != 0) {
          throw new IOException("the jar tool could not pack " + entry);
        }
      }
    }
  }

  private static String packedClassPath(Path home) {
    List<String> parts = new ArrayList<>();
    List<Path> entries = entries();
    for (int i = 0; i < entries.size(); i++) {
      Path entry = entries.get(i);
      parts.add((Files.isDirectory(entry) ? packed(home, i) : entry).toString());
    }
    return String.join(System.getProperty("path.separator"), parts);
  }

  /** The jar of the classes that stand at this place of the class path. */
  private static Path packed(Path home, int place) {
    return home.resolve("classes-" + place + ".jar");
  }

  /** Without the tests' own classes, which the application would take for parts of itself. */
  private static List<Path> entries() {
    String separator = System.getProperty("path.separator");
    return Stream.of(System.getProperty("java.class.path").split(separator, -1))
        .map(Path::of)
        .filter(entry -> !entry.endsWith("test-classes") && Files.exists(entry))
        .toList();
  }

  /** Those of earlier builds, which nobody will use again. */
  private static void deleteOld() throws IOException, InterruptedException {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(FOLDER, "start-*")) {
      for (Path folder : old) {
        delete(folder);
      }
    }
  }

  private static void delete(Path folder) throws IOException, InterruptedException {
    Process deleting = new ProcessBuilder("rm", "-rf", folder.toString()).inheritIO().start();
    if (deleting.waitFor() != 0) {
      throw new IOException("could not delete " + folder);
    }
  }
}
