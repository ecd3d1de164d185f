package org.aidledger.system;

import static org.aidledger.system.Bodies.donation;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A package with people in clear ends when one of them is forgotten. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class ForgottenPeoplePackageTest {

  private static final String NAME = "皇甫静安";

  @TempDir Path folder;

  private final RunningLedger ledger;
  private final PackageClient packages;

  ForgottenPeoplePackageTest(RunningLedger ledger) {
    this.ledger = ledger;
    packages = new PackageClient(ledger, folder);
  }

  @Test
  void aFullPackageGoesWhenAKeyIsDestroyedAndARedactedOneStays(@TempDir Path here)
      throws Exception {
    String fundId =
        ledger.desk("finance").order(201, "/funds", fund("E.forgotten")).path("fundId").asString();
    String donation =
        ledger
            .desk("finance")
            .order(
                201,
                "/funds/" + fundId + "/donations",
                donation("FG-1", "66.00", Map.of("name", NAME)))
            .path("donationId")
            .asString();
    Waiting.until(
        "the donation is sealed",
        () -> packages.auditor().get("/donations/" + donation + "/receipt").status() == 200);
    Map<String, Object> full = Map.of("fundId", fundId, "people", "full");
    String named = packages.made(full);
    String redacted = packages.made(Map.of("fundId", fundId, "people", "redacted"));
    assertThat(people(named, here)).contains(NAME);
    assertThat(PackageClient.verify(here.resolve(named + ".zip")).out())
        .as("nobody takes the names for proven")
        .contains("no hash of the book covers clear text");
    JsonNode provenBefore = receipt(donation);

    String subject =
        ledger
            .desk("admin")
            .order(200, "/subjects/search", Map.of("name", NAME))
            .path("items")
            .path(0)
            .path("subjectId")
            .asString();
    String key = "/subjects/" + subject + "/key-destruction";
    ledger.desk("admin").order(200, key, reason("本人要求"));
    assertThat(people(named, here)).contains(NAME);
    ledger.desk("approver").order(200, key + "/confirmation");

    Desk auditor = packages.auditor();
    assertThat(auditor.get("/audit/packages/" + named).problem()).isEqualTo("NOT_FOUND");
    assertThat(auditor.get("/audit/packages/" + named + "/file").problem()).isEqualTo("NOT_FOUND");
    assertThat(auditor.read("/audit/packages").toString()).contains(redacted).doesNotContain(named);
    assertThat(people(packages.made(full), here)).doesNotContain(NAME);
    assertThat(ledger.data().resolve("packages").resolve(named + ".package")).doesNotExist();

    // Leaves are made of ciphertext: no proof needs the key.
    JsonNode provenAfter = receipt(donation);
    assertThat(provenAfter.path("events").path(0).path("leaf"))
        .isEqualTo(provenBefore.path("events").path(0).path("leaf"));
    Path receipt = Files.writeString(here.resolve("receipt.json"), provenAfter.toString());
    assertThat(PackageClient.verify(receipt).status()).isZero();
    String later = packages.made(Map.of("fundId", fundId, "people", "redacted"));
    assertThat(PackageClient.verify(fetched(later, here)).status()).isZero();
  }

  private JsonNode receipt(String donation) {
    return packages.auditor().read("/donations/" + donation + "/receipt");
  }

  private Path fetched(String id, Path here) throws Exception {
    return Files.write(here.resolve(id + ".zip"), packages.download(id, null).body());
  }

  private String people(String id, Path here) throws Exception {
    return PackageClient.entry(fetched(id, here), "people.jsonl");
  }
}
