package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.donation;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.payout;
import static org.aidledger.system.Bodies.reason;
import static org.aidledger.system.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import org.aidledger.evidence.note.Cosigner;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An auditor orders packages of a full book and checks them with the program made for that. */
@ExtendWith(LogOnFailure.class)
class PackageStoryTest {

  private static final Cosigner WITNESS = new Cosigner("auditor.example/w1", new byte[32]);

  private static RunningLedger ledger;
  private static Path folder;
  private static PackageClient client;
  private static String fundId = "";

  @BeforeAll
  static void start() throws Exception {
    Path system = Files.createDirectories(Path.of("target/system"));
    folder = Files.createTempDirectory(system.toRealPath(), "packages-");
    ledger =
        RunningLedger.start(
            folder.resolve("data"),
            "--ledger.evidence.witnesses=" + WITNESS.publicKey(),
            "--ledger.evidence.pause=200ms");
    client = new PackageClient(ledger, folder);
    FullBook book = FullBook.in(ledger);
    mend();
    fundId = book.address("{fundId}");
  }

  @AfterAll
  static void stop() throws Exception {
    ledger.close();
  }

  @Test
  void aPackageOfEverythingIsGenuineAndNoneOfItsBytesCanBeFlipped() throws Exception {
    Path file = client.fetched(Map.of("people", "redacted"));
    PackageClient.Ran ran = PackageClient.verify(file, "--language", "zh");
    assertThat(ran.out()).contains("属实：所校验的各项全部成立").doesNotContain("✗");
    assertThat(ran.status()).isZero();
    assertThat(PackageClient.entry(file, "events.jsonl"))
        .contains("DonationCorrected", "PayoutBatchApproved");
    byte[] genuine = Files.readAllBytes(file);
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Path flipped = folder.resolve("flipped.zip");
    for (int i = 0; i < 150; i++) {
      byte[] bytes = genuine.clone();
      int at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(flipped, bytes);
      PackageClient.Ran tampered = PackageClient.verify(flipped);
      assertThat(tampered.status())
          .as("seed %d, byte %d: %s", seed, at, tampered.out())
          .isNotZero();
      assertThat(tampered.out()).containsAnyOf("NOT GENUINE", "neither a receipt");
    }
  }

  @Test
  void aCheckpointThatTheAuditorCountersignedIsContinued() throws Exception {
    Answer head = auditor().get("/audit/checkpoint");
    SignedNote note = WITNESS.cosign(SignedNote.parse(head.text()), Instant.ofEpochSecond(1));
    Path held = Files.writeString(folder.resolve("held.txt"), note.toString());
    assertThat(
            auditor()
                .send(
                    "POST",
                    "/audit/witness",
                    HttpRequest.BodyPublishers.ofString(note.toString()),
                    "Content-Type",
                    "text/plain")
                .status())
        .isEqualTo(200);
    Path file = client.fetched(Map.of("people", "redacted"));
    Path keys = folder.resolve("keys");
    Files.writeString(keys, publicKey() + "\n" + WITNESS.publicKey() + "\n");
    PackageClient.Ran ran =
        PackageClient.verify(
            file, "--checkpoint", held.toString(), "--key", keys.toString(), "--json");
    assertThat(ran.out()).contains("\"genuine\":true").doesNotContain("KEY_NOT_CONFIRMED");
    assertThat(ran.status()).isZero();
  }

  @Test
  void aPackageOfOneFundProvesItsEventsAndShowsNothingOfOthers() throws Exception {
    Path file = client.fetched(Map.of("fundId", fundId, "people", "redacted"));
    PackageClient.Ran ran = PackageClient.verify(file);
    assertThat(ran.out()).contains("GENUINE", "The package is of one fund").doesNotContain("✗");
    assertThat(ran.status()).isZero();
    assertThat(PackageClient.entry(file, "events.jsonl"))
        .contains(fundId, "\"leaves\":")
        .doesNotContain("PKG.2", "AccountOpened");
  }

  @Test
  void aPeriodWithoutEventsIsAPackageOfHashes() throws Exception {
    Map<String, Object> day = Map.of("from", "2026-01-01", "to", "2026-01-02");
    Path file = client.fetched(with(day, "people", "redacted"));
    PackageClient.Ran ran = PackageClient.verify(file);
    assertThat(ran.status()).as(ran.out()).isZero();
    assertThat(PackageClient.entry(file, "events.jsonl")).doesNotContain("payload");
  }

  @Test
  void peopleInFullStandBesideTheEventsAndTheReadingIsOnRecord() throws Exception {
    Path redacted = client.fetched(Map.of("fundId", fundId, "people", "redacted"));
    Path full = client.fetched(Map.of("fundId", fundId, "people", "full"));
    try (ZipFile zip = new ZipFile(redacted.toFile())) {
      assertThat(zip.getEntry("people.jsonl")).isNull();
    }
    assertThat(PackageClient.entry(full, "people.jsonl"))
        .contains("6222907483378876", "donor.person");
    assertThat(Files.readString(redacted, StandardCharsets.ISO_8859_1))
        .doesNotContain("6222907483378876");
    assertThat(PackageClient.entry(full, "events.jsonl")).doesNotContain("6222907483378876");
    PackageClient.Ran ran = PackageClient.verify(full);
    assertThat(ran.status()).as(ran.out()).isZero();
    Waiting.until(
        "the readings show",
        () ->
            auditor().items("/audit/readings", 500).stream()
                .anyMatch(reading -> reading.path("field").asString().equals("auditPackage")));
    try (var files = Files.walk(ledger.data().resolve("packages"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain("6222907483378876");
      }
    }
  }

  @Test
  void theFileCanBeFetchedInParts() throws Exception {
    String id = client.made(Map.of("people", "redacted"));
    byte[] whole = client.download(id, null).body();
    HttpResponse<byte[]> part = client.download(id, "bytes=100-1099");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 100, 1100));
    assertThat(client.download(id, "bytes=" + (whole.length - 7) + "-").body())
        .isEqualTo(Arrays.copyOfRange(whole, whole.length - 7, whole.length));
  }

  @Test
  void aReceiptIsGenuineToTheSameProgram() throws Exception {
    String donation =
        ledger
            .desk("finance")
            .order(201, "/funds/" + fundId + "/donations", anonymous("PKG-R", "1.00"))
            .path("donationId")
            .asString();
    String path = "/donations/" + donation + "/receipt";
    Waiting.until("the receipt is there", () -> auditor().get(path).status() == 200);
    Path file = Files.writeString(folder.resolve("receipt.json"), auditor().get(path).text());
    assertThat(PackageClient.verify(file).out()).contains("GENUINE: the receipt", donation);
    Files.writeString(file, Files.readString(file).replace("\"position\":", "\"position\":1"));
    assertThat(PackageClient.verify(file).status()).isEqualTo(1);
  }

  @Test
  void aPackageThatAKillInterruptedIsMadeAfterTheRestart() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(client.ordered(Map.of("people", "full")));
    }
    ledger.kill9();
    ledger.restart();
    for (String id : ids) {
      client.awaitReady(id);
      Path file = Files.write(folder.resolve(id + ".zip"), client.download(id, null).body());
      assertThat(PackageClient.verify(file).status()).isZero();
    }
  }

  @Test
  void whatCannotBeMadeIsRefusedInWords() {
    assertThat(auditor().refused(400, "/audit/packages", Map.of("people", "some")))
        .isEqualTo("TEXT_MALFORMED people");
    assertThat(auditor().refused(400, "/audit/packages", Map.of())).contains("people");
    Map<String, Object> backwards = Map.of("from", "2026-05-02", "to", "2026-05-01");
    assertThat(auditor().refused(400, "/audit/packages", with(backwards, "people", "redacted")))
        .isEqualTo("VALUE_NOT_ALLOWED to");
    String nowhere = "00000000-0000-4000-8000-000000000000";
    Map<String, Object> unknown = Map.of("fundId", nowhere, "people", "redacted");
    assertThat(auditor().refused(404, "/audit/packages", unknown)).isEqualTo("NOT_FOUND");
    assertThat(auditor().get("/audit/packages/" + nowhere).problem()).isEqualTo("NOT_FOUND");
    assertThat(auditor().get("/audit/packages/" + nowhere + "/file").problem())
        .isEqualTo("NOT_FOUND");
  }

  /**
   * Corrections, a reversal, a refund, a roster of two approvers, a cancellation, a closed fund.
   */
  private static void mend() {
    Desk finance = ledger.desk("finance");
    Desk finance2 = ledger.desk("finance2");
    Desk approver = ledger.desk("approver");
    Desk approver2 = ledger.desk("approver2");
    Desk cashier = ledger.desk("cashier");
    String fund =
        finance
            .order(201, "/funds", with(fund("PKG.2"), "approvalThreshold", "100.00"))
            .path("fundId")
            .asString();
    String donations = "/funds/" + fund + "/donations";
    finance.order(201, donations, anonymous("PKG-1", "1000.00"));
    Map<String, Object> named = donation("PKG-2", "20.00", Map.of("name", "王小明"));
    String second = finance.order(201, donations, named).path("donationId").asString();
    finance2.order(
        200, "/donations/" + second + "/correction", with(reason("金额有误"), "amount", "10.00"));
    String third =
        finance.order(201, donations, anonymous("PKG-3", "5.00")).path("donationId").asString();
    finance2.order(200, "/donations/" + third + "/reversal", reason("重复入账"));
    String payouts = "/funds/" + fund + "/payouts";
    Map<String, Object> refund = new HashMap<>(payout("PKG-REF", "4.00"));
    refund.put("kind", "REFUND");
    refund.put("donationId", second);
    String refunded = finance.order(201, payouts, refund).path("payoutId").asString();
    approver.order(200, "/payouts/" + refunded + "/approval");
    cashier.order(200, "/payouts/" + refunded + "/payment", Bodies.payment("2026-06-01", "PKG-B1"));
    String gone = finance.order(201, payouts, payout("PKG-P", "7.00")).path("payoutId").asString();
    approver.order(200, "/payouts/" + gone + "/approval");
    finance.order(200, "/payouts/" + gone + "/cancellation", reason("重复申请"));
    Map<String, Object> roster =
        Map.of(
            "reference",
            "PKG-ROSTER",
            "payouts",
            List.of(payout("PKG-R1", "90.00"), payout("PKG-R2", "80.00")));
    String batch =
        "/payout-batches/"
            + finance
                .order(201, "/funds/" + fund + "/payout-batches", roster)
                .path("batchId")
                .asString();
    approver.order(200, batch + "/approval");
    approver2.order(200, batch + "/approval");
  }

  private static Desk auditor() {
    return ledger.desk("auditor");
  }

  private static String publicKey() throws Exception {
    try (var connection = ledger.database();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select public_key from ledger.seal_key")) {
      row.next();
      return row.getString(1);
    }
  }
}
