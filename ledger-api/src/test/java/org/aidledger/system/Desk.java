package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.aidledger.harness.Client.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person or program at the REST interface. Each reader shows the last position that any desk of
 * the same ledger was told, so that it sees what was written before.
 */
final class Desk {

  static final String POSITION = "Ledger-Position";
  private static final String API = "/api/v1";

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Waiting.PATIENCE)
          .build();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<Integer, Progress> PROGRESS = new ConcurrentHashMap<>();

  /** The last positions of a ledger that its desks were told, and that its readers have shown. */
  private record Progress(AtomicLong written, AtomicLong shown) {}

  private final int port;
  private final String authorization;
  private final Progress progress;

  private Desk(int port, String authorization) {
    this.port = port;
    this.authorization = authorization;
    this.progress =
        PROGRESS.computeIfAbsent(port, _ -> new Progress(new AtomicLong(-1), new AtomicLong(-1)));
  }

  static Desk of(int port, String username, String password) {
    byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Desk(port, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  static Desk withToken(int port, String token) {
    return new Desk(port, "Bearer " + token);
  }

  static Desk anonymous(int port) {
    return new Desk(port, "");
  }

  static String json(Object body) {
    return JSON.writeValueAsString(body);
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer post(String path, Object body) {
    return send("POST", path, BodyPublishers.ofString(json(body)));
  }

  Answer post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  /** Sends bytes as they are, under the name of JSON. */
  Answer raw(String path, byte[] body) {
    return send("POST", path, BodyPublishers.ofByteArray(body));
  }

  /** Sends a file as pages and programs do. */
  Answer upload(String path, String fileName, byte[] content) {
    String limit = "limit-of-a-part";
    String head =
        String.join(
            "\r\n",
            "--" + limit,
            "Content-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"",
            "",
            "");
    byte[] end = ("\r\n--" + limit + "--\r\n").getBytes(StandardCharsets.UTF_8);
    return send(
        "POST",
        path,
        BodyPublishers.ofByteArrays(List.of(head.getBytes(StandardCharsets.UTF_8), content, end)),
        "Content-Type",
        "multipart/form-data; boundary=" + limit);
  }

  /** What is read, which must be there. */
  JsonNode read(String path) {
    return expect(200, "GET " + path, get(path)).json();
  }

  /** Gives an order that must be answered with this status. */
  JsonNode order(int status, String path, Object body) {
    return expect(status, "POST " + path, post(path, body)).json();
  }

  /** The same for an order without a body. */
  JsonNode order(int status, String path) {
    return expect(status, "POST " + path, post(path)).json();
  }

  /** Gives an order that must be refused, and returns the code and the field to blame. */
  String refused(int status, String path, Object body) {
    return expect(status, "POST " + path, post(path, body)).problem();
  }

  String refused(int status, String path) {
    return expect(status, "POST " + path, post(path)).problem();
  }

  /** All items of a list, read in pages of this size. */
  List<JsonNode> items(String path, int limit) {
    List<JsonNode> all = new java.util.ArrayList<>();
    String base = path + (path.contains("?") ? "&" : "?") + "limit=" + limit;
    JsonNode page = read(base);
    all.addAll(page.path("items").valueStream().toList());
    while (!page.path("next").isMissingNode() && !page.path("next").isNull()) {
      assertThat(page.path("items").size()).as("a page before the last is full").isEqualTo(limit);
      page = read(base + "&cursor=" + page.path("next").asString());
      all.addAll(page.path("items").valueStream().toList());
    }
    return all;
  }

  Answer send(String method, String path, BodyPublisher body, String... headers) {
    boolean ours =
        path.startsWith("/actuator") || path.startsWith("/v3") || path.startsWith("/api");
    URI uri = URI.create("http://127.0.0.1:" + port + (ours ? path : API + path));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(Waiting.PATIENCE).method(method, body);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (body.contentLength() > 0) {
      request.header("Content-Type", "application/json");
    }
    boolean follows = method.equals("GET") && progress.written().get() >= 0;
    if (follows) {
      request.header(POSITION, Long.toString(progress.written().get()));
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    boolean asked = follows && !List.of(headers).contains(POSITION);
    try {
      Answer answer = new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
      long until = System.nanoTime() + Waiting.PATIENCE.toNanos();
      while (asked && isBehind(answer) && System.nanoTime() - until < 0) {
        Waiting.millis(200);
        answer = new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
      }
      String position = answer.header(POSITION);
      if (!position.isEmpty()) {
        progress.written().accumulateAndGet(Long.parseLong(position), Math::max);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns when every reader of the ledger, browsers too, is shown whatever any of its desks was
   * told.
   */
  void catchUp() {
    long told = progress.written().get();
    if (progress.shown().get() < told) {
      read("/accounts/me");
      progress.shown().accumulateAndGet(told, Math::max);
    }
  }

  /** The readers of a busy machine may be seconds behind; the answer says to come back. */
  private static boolean isBehind(Answer answer) {
    return answer.status() == 503 && answer.text().contains("READ_MODEL_BEHIND");
  }

  private static Answer expect(int status, String what, Answer answer) {
    assertThat(answer.status()).as(what + " -> " + answer.text()).isEqualTo(status);
    return answer;
  }
}
