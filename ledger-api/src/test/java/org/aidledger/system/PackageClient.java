package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.aidledger.verifier.Verify;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An auditor who orders packages, fetches them and checks them. */
final class PackageClient {

  private final RunningLedger ledger;
  private final Path folder;

  PackageClient(RunningLedger ledger, Path folder) {
    this.ledger = ledger;
    this.folder = folder;
  }

  /** What the verifier said, and the status that it ended with. */
  record Ran(int status, String out) {}

  Desk auditor() {
    return ledger.desk("auditor");
  }

  String ordered(Map<String, Object> order) {
    return auditor().order(202, "/audit/packages", order).path("packageId").asString();
  }

  String made(Map<String, Object> order) {
    String id = ordered(order);
    awaitReady(id);
    return id;
  }

  void awaitReady(String id) {
    Waiting.until(
        "the package is ready",
        () -> {
          JsonNode status = auditor().read("/audit/packages/" + id);
          assertThat(status.path("state").asString()).isNotEqualTo("FAILED");
          return status.path("progress").asInt() == 100
              && status.path("state").asString().equals("READY");
        });
  }

  Path fetched(Map<String, Object> order) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = download(made(order), null);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Files.write(Files.createTempFile(folder, "package", ".zip"), answer.body());
  }

  HttpResponse<byte[]> download(String id, @Nullable String range)
      throws IOException, InterruptedException {
    String pair = "auditor:" + RunningLedger.PASSWORD;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    String path = "/api/v1/audit/packages/" + id + "/file";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ledger.port() + path))
            .header("Authorization", "Basic " + basic);
    if (range != null) {
      request.header("Range", range);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    }
  }

  static String entry(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static Ran verify(Path file, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addFirst(file.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        Verify.run(
            arguments.toArray(new String[0]),
            Locale.ENGLISH,
            new PrintStream(out, true, StandardCharsets.UTF_8));
    return new Ran(status, out.toString(StandardCharsets.UTF_8));
  }
}
