package org.aidledger.system;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The auditor's program as he carries it away: one jar, in a process that has nothing else. */
record VerifierJar(Path jar) {

  /** Of the program, of what it shares with the server, and of the JSON parser. */
  private static final List<String> PARTS = List.of("audit-verifier", "evidence", "jackson-core-3");

  /**
   * The jar that Maven packed; before it packs any, one that is packed here of the same parts, so
   * that the test does not depend on which goal was asked for. That the packed one runs by itself
   * is shown where it is packed, by PackedJarIT in audit-verifier.
   */
  static VerifierJar in(Path folder) throws IOException {
    Path target = Path.of("../audit-verifier/target");
    try (Stream<Path> files = Files.list(target)) {
      for (Path file : files.filter(path -> path.toString().endsWith("-exec.jar")).toList()) {
        if (!olderThanClasses(file, target.resolve("classes"))) {
          return new VerifierJar(file.toRealPath());
        }
      }
    }
    return new VerifierJar(packed(folder.resolve("verifier.jar")));
  }

  private static boolean olderThanClasses(Path jar, Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) > 0) {
          return true;
        }
      }
      return false;
    }
  }

  private static Path packed(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "org.aidledger.verifier.Main");
    main.put(Attributes.Name.MULTI_RELEASE, "true");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream to = new JarOutputStream(out, manifest)) {
      String separator = System.getProperty("path.separator");
      for (String entry : System.getProperty("java.class.path").split(separator, -1)) {
        if (PARTS.stream().anyMatch(entry::contains)) {
          add(Path.of(entry), to);
        }
      }
    }
    return jar;
  }

  private static void add(Path part, JarOutputStream to) throws IOException {
    if (Files.isDirectory(part)) {
      try (Stream<Path> files = Files.walk(part)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          add(part.relativize(file).toString(), Files.readAllBytes(file), to);
        }
      }
      return;
    }
    try (ZipFile zip = new ZipFile(part.toFile())) {
      for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
        add(entry.getName(), zip.getInputStream(entry).readAllBytes(), to);
      }
    }
  }

  private static void add(String name, byte[] content, JarOutputStream to) throws IOException {
    if (name.startsWith("META-INF/M") || name.endsWith("module-info.class")) {
      return;
    }
    boolean shared = name.startsWith("META-INF/") && !name.startsWith("META-INF/versions/");
    to.putNextEntry(new ZipEntry(shared ? name + content.length : name));
    to.write(content);
    to.closeEntry();
  }

  /** Checks a file. */
  PackageClient.Ran verify(Path file, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addFirst(file.toString());
    return run(arguments);
  }

  /** Runs in an empty environment; what it says on both outputs. */
  PackageClient.Ran run(List<String> arguments) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder = new ProcessBuilder(java.toString(), "-jar", jar.toString());
    builder.command().addAll(arguments);
    builder.environment().clear();
    // Any machine that shows Chinese has something like it.
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(Waiting.PATIENCE)) {
      process.destroyForcibly();
      throw new AssertionError("the verifier did not end");
    }
    return new PackageClient.Ran(process.exitValue(), out);
  }
}
