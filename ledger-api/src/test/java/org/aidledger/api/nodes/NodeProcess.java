package org.aidledger.api.nodes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.aidledger.harness.FreePort;

/** One node of the application, in a process of its own. */
final class NodeProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final int port;
  private final Path log;

  private NodeProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Starts a node and does not wait for it. */
  static NodeProcess start(
      Path folder, String name, Map<String, String> environment, String... options)
      throws IOException {
    int port = FreePort.any();
    Path log = folder.resolve(name + ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "org.aidledger.api.LedgerApplication",
                "serve",
                "--data",
                folder.resolve(name).toString(),
                "--port",
                Integer.toString(port)));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new NodeProcess(builder.start(), port, log);
  }

  /** Waits until the node says that it is ready. */
  NodeProcess ready() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
      while (process.isAlive() && System.nanoTime() < deadline) {
        try {
          if (http.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                  .statusCode()
              == 200) {
            return this;
          }
        } catch (IOException notListening) {
          // It is still starting.
        }
        Thread.sleep(100);
      }
    }
    throw new AssertionError("The node did not become ready:\n" + Files.readString(log));
  }

  int port() {
    return port;
  }

  /** Ends the process as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
