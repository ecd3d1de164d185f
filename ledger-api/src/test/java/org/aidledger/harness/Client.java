package org.aidledger.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the running server, with cookies of its own. */
public final class Client {

  /** An answer. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String text() {
      return response.body();
    }

    public JsonNode json() {
      return JsonMapper.shared().readTree(response.body());
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The problem's code and the field to blame, such as {@code WRONG_TYPE amount}. */
    public String problem() {
      if (!header("Content-Type").startsWith("application/problem+json")) {
        throw new AssertionError(status() + " is no problem: " + response.headers() + text());
      }
      JsonNode field = json().path("field");
      return json().path("code").asString() + (field.isMissingNode() ? "" : " " + field.asString());
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final int port;
  private final Map<String, String> headers = new LinkedHashMap<>();

  public Client(int port) {
    this.port = port;
  }

  public Client basic(String username, String password) {
    byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  public Client bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  public Client with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  /** The status alone, for answers that go on for as long as somebody listens. */
  public int status(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    headers.forEach(request::header);
    try {
      HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
      answer.body().close();
      return answer.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Answer post(String path, String json) {
    return send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
  }

  public Answer form(String path, String form) {
    return send(
        "POST",
        path,
        BodyPublishers.ofString(form),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  /** Sends a request with further headers, given as names and values in turn. */
  public Answer send(String method, String path, BodyPublisher body, String... more) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, body);
    headers.forEach(request::header);
    for (int i = 0; i < more.length; i += 2) {
      request.setHeader(more[i], more[i + 1]);
    }
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
