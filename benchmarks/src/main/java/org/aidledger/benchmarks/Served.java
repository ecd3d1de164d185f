package org.aidledger.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application's own jar as a process of its own, started as {@code ./ledger serve} does. */
final class Served implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int POLL_MILLIS = 10;

  private final Process process;
  private final int port;
  private final double secondsToReady;

  private Served(Process process, int port, double secondsToReady) {
    this.process = process;
    this.port = port;
    this.secondsToReady = secondsToReady;
  }

  /**
   * Starts it and returns when it says that it is ready.
   *
   * @param jar the application's
   * @param data its data folder
   */
  static Served start(Path jar, Path data) throws IOException, InterruptedException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OwnProcess.javaOptions());
    command.addAll(List.of("-jar", jar.toString(), "serve", "--data", data.toString()));
    command.addAll(List.of("--port", Integer.toString(port), "--logging.level.root=warn"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LEDGER_BOOTSTRAP_PASSWORD", BenchLedger.PASSWORD);
    builder.redirectOutput(data.resolve("served.log").toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    boolean ready = false;
    try {
      awaitReady(process, port, start);
      ready = true;
      return new Served(process, port, (System.nanoTime() - start) / 1e9);
    } finally {
      if (!ready) {
        process.destroyForcibly();
      }
    }
  }

  private static void awaitReady(Process process, int port, long start)
      throws InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!isReady(client, question)) {
        if (!process.isAlive()) {
          throw new IllegalStateException("it ended with status " + process.exitValue());
        }
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new IllegalStateException("it was not ready within " + PATIENCE);
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
  }

  private static boolean isReady(HttpClient client, HttpRequest question)
      throws InterruptedException {
    try {
      return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /** From the start of the process to its first answer that it is ready. */
  double secondsToReady() {
    return secondsToReady;
  }

  /** Stops it in order, so that the next start has nothing to recover. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
