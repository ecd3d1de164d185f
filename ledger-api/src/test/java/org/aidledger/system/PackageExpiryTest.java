package org.aidledger.system;

import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Audit packages do not lie on the disk for ever, and not without bound. */
@ExtendWith(LogOnFailure.class)
class PackageExpiryTest {

  private static final Map<String, Object> ALL = Map.of("people", "redacted");

  @TempDir Path folder;

  @Test
  void theOldAndTheTooManyGoAndTheNewestStays() throws Exception {
    Path data = folder.resolve("data");
    long bytes;
    try (RunningLedger ledger = start(data)) {
      ledger.desk("finance").order(201, "/funds", fund("EXP"));
      bytes = theOldGo(ledger);
    }
    String bound = "--ledger.evidence.packages.max-total=" + bytes * 5 / 2 + "B";
    try (RunningLedger ledger = start(data, bound)) {
      theTooManyGo(ledger);
    }
    try (RunningLedger ledger = start(data, "--ledger.evidence.packages.max-total=1B")) {
      theNewestStays(ledger);
    }
  }

  /** The first is eight days old; whoever asks does not get it, and the next sweep removes it. */
  private long theOldGo(RunningLedger ledger) throws Exception {
    PackageClient client = new PackageClient(ledger, folder);
    String old = client.made(ALL);
    long bytes = client.auditor().read("/audit/packages/" + old).path("bytes").asLong();
    assertThat(client.download(old, null).body()).hasSize((int) bytes);
    Path order = packages(ledger).resolve(old + ".json");
    age(order);
    assertThat(client.auditor().get("/audit/packages/" + old).problem()).isEqualTo("NOT_FOUND");
    assertThat(client.auditor().get("/audit/packages/" + old + "/file").problem())
        .isEqualTo("NOT_FOUND");
    assertThat(listed(client)).isEmpty();
    String next = client.made(ALL);
    gone(ledger, old);
    assertThat(files(ledger)).allMatch(name -> name.startsWith(next));
    return bytes;
  }

  private static void theTooManyGo(RunningLedger ledger) throws Exception {
    PackageClient client = new PackageClient(ledger, ledger.data());
    String first = listed(client).getFirst();
    String second = client.made(ALL);
    assertThat(listed(client)).containsExactly(second, first);
    String third = client.made(ALL);
    gone(ledger, first);
    assertThat(listed(client)).containsExactly(third, second);
    assertThat(client.download(second, null).statusCode()).isEqualTo(200);
  }

  private static void theNewestStays(RunningLedger ledger) throws Exception {
    PackageClient client = new PackageClient(ledger, ledger.data());
    String newest = client.made(ALL);
    Waiting.until("it is alone", () -> listed(client).equals(List.of(newest)));
    assertThat(client.download(newest, null).statusCode()).isEqualTo(200);
  }

  private static RunningLedger start(Path data, String... options) throws IOException {
    String[] all =
        Stream.concat(Stream.of(options), Stream.of("--ledger.evidence.pause=200ms"))
            .toArray(String[]::new);
    return RunningLedger.start(data, all);
  }

  /** As if it had been asked for eight days ago. */
  private static void age(Path order) throws IOException {
    String json = Files.readString(order);
    String then = Instant.now().minus(Duration.ofDays(8)).toString();
    String aged = json.replaceAll("(\"orderedAt\":)\"[^\"]*\"", "$1\"" + then + "\"");
    assertThat(aged).isNotEqualTo(json);
    Files.writeString(order, aged);
  }

  private static List<String> listed(PackageClient client) {
    return client
        .auditor()
        .read("/audit/packages")
        .path("items")
        .valueStream()
        .map((JsonNode item) -> item.path("packageId").asString())
        .toList();
  }

  private static void gone(RunningLedger ledger, String id) {
    Waiting.until(
        "the files are gone", () -> files(ledger).stream().noneMatch(name -> name.startsWith(id)));
  }

  private static List<String> files(RunningLedger ledger) {
    try (Stream<Path> files = Files.list(packages(ledger))) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Path packages(RunningLedger ledger) {
    return ledger.data().resolve("packages");
  }
}
