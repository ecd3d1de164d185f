package org.aidledger.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.aidledger.core.fund.FundId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings rosters into the book as a finance office does: upload, check, posting with its total. */
final class RosterImport implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BOUNDARY = "----aid-ledger-bench";
  private static final int ACCEPTED = 202;
  private static final int OK = 200;
  private static final long LOOK_MILLIS = 50;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final String authorization;

  RosterImport(BenchLedger ledger) {
    this.base = "http://127.0.0.1:" + ClientProcess.port(ledger) + "/api/v1";
    this.authorization = "Bearer " + ClientProcess.token(ledger);
  }

  /**
   * A finished import.
   *
   * @param checkSeconds from the beginning of the upload to the end of the dry run
   * @param postSeconds from the order to post until every line was durable and noted
   * @param liveHeapMb the most that was reachable at any of a few moments of both
   */
  record Imported(double checkSeconds, double postSeconds, long liveHeapMb) {}

  /**
   * Imports a roster.
   *
   * @param file of the roster
   * @param heap looked at now and then
   * @throws TieOutException if a line was not recorded or the totals differ
   */
  Imported run(FundId fund, Roster roster, Path file, LiveHeap heap)
      throws IOException, InterruptedException, TieOutException {
    String batch = "bench-" + roster.from() + "-" + roster.lines();
    long begun = System.nanoTime();
    String id = upload(fund, batch, file);
    JsonNode checked = rest(id, "CHECKED", heap);
    double checkSeconds = (System.nanoTime() - begun) / 1e9;
    TieOut.require("lines of the roster", (long) roster.lines(), checked.path("lines").asLong());
    String total = Roster.decimal(roster.sum().fen());
    TieOut.require("total of the check", total, checked.path("total").asString());
    String order = JSON.writeValueAsString(java.util.Map.of("controlTotal", total));
    long posting = System.nanoTime();
    send("/imports/" + id + "/posting", "application/json", BodyPublishers.ofString(order));
    JsonNode posted = rest(id, "POSTED", heap);
    double postSeconds = (System.nanoTime() - posting) / 1e9;
    TieOut.require("recorded", (long) roster.lines(), posted.path("recorded").asLong());
    for (String none : List.of("refused", "skipped", "alreadyRecorded", "changed")) {
      TieOut.require(none, 0L, posted.path(none).asLong());
    }
    return new Imported(checkSeconds, postSeconds, heap.peakMb());
  }

  private String upload(FundId fund, String batch, Path file)
      throws IOException, InterruptedException {
    String head =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"roster.csv\""
            + "\r\nContent-Type: text/csv\r\n\r\n";
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofFile(file),
            BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    return send(
            "/funds/" + fund + "/imports?dryRun=true&batch=" + batch,
            "multipart/form-data; boundary=" + BOUNDARY,
            body)
        .path("importId")
        .asString();
  }

  /** Waits until the import is not worked on any more; it must have come to this phase. */
  private JsonNode rest(String id, String phase, LiveHeap heap)
      throws IOException, InterruptedException {
    while (true) {
      JsonNode now = exchange(request("/imports/" + id).GET(), OK);
      if (!now.path("state").asString().equals("RUNNING")) {
        if (!now.path("phase").asString().equals(phase)) {
          throw new IllegalStateException("the import did not come to " + phase + ": " + now);
        }
        return now;
      }
      JsonNode progress = now.path("progress");
      heap.look(now.path("phase").asString(), progress.path("done").asLong(), progress.path("of"));
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private JsonNode send(String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    return exchange(request(path).header("Content-Type", type).POST(body), ACCEPTED);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", authorization);
  }

  private JsonNode exchange(HttpRequest.Builder request, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
