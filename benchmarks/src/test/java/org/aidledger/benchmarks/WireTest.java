package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client's connection, against the JDK's own web server. */
class WireTest {

  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private Wire wire;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    wire = new Wire(server.getAddress().getPort(), "alt_secret");
  }

  @AfterEach
  void stop() throws IOException {
    wire.close();
    server.stop(0);
  }

  /** The path says how: with a length or in chunks, refused, or for the last time. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + exchange.getRemoteAddress().getPort()
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body = "一二三".repeat(5_000).getBytes(StandardCharsets.UTF_8);
    switch (path) {
      case "/busy" -> {
        exchange.getResponseHeaders().add("Retry-After", "1");
        exchange.sendResponseHeaders(429, -1);
      }
      case "/last" -> {
        exchange.getResponseHeaders().add("Connection", "close");
        exchange.sendResponseHeaders(200, -1);
      }
      default -> {
        exchange.sendResponseHeaders(200, path.equals("/chunks") ? 0 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(body);
        }
      }
    }
    exchange.close();
  }

  @Test
  void oneConnectionCarriesManyRequests() throws IOException {
    assertThat(wire.get("/length").status()).isEqualTo(200);
    assertThat(wire.get("/chunks").status()).isEqualTo(200);
    assertThat(wire.post("/length", "{\"name\":\"王伟\"}").status()).isEqualTo(200);
    assertThat(asked.get(2)).startsWith("POST Bearer alt_secret").endsWith("{\"name\":\"王伟\"}");
    assertThat(asked.stream().map(line -> line.split(" ", 5)[3]).distinct()).hasSize(1);
  }

  @Test
  void aRefusalSaysWhenToComeBack() throws IOException {
    assertThat(wire.get("/busy")).isEqualTo(new Wire.Answer(429, true));
    assertThat(wire.get("/length")).isEqualTo(new Wire.Answer(200, false));
  }

  @Test
  void afterTheLastAnswerItConnectsAnew() throws IOException {
    assertThat(wire.get("/last").status()).isEqualTo(200);
    assertThat(wire.get("/length").status()).isEqualTo(200);
    assertThat(asked.stream().map(line -> line.split(" ", 5)[3]).distinct()).hasSize(2);
  }

  @Test
  void aConnectionThatBreaksOffIsTold() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Wire broken = new Wire(deaf.getLocalPort(), "alt_secret")) {
      CompletableFuture<Void> hungUp = CompletableFuture.runAsync(() -> hangUp(deaf));
      assertThatThrownBy(() -> broken.get("/")).isInstanceOf(IOException.class);
      hungUp.join();
    }
  }

  private static void hangUp(ServerSocket deaf) {
    try {
      deaf.accept().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
