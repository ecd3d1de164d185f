package org.aidledger.system;

import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.ConsistencyProof;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.InclusionProof;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.Cosigner;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.evidence.note.VerifierKey;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An auditor who holds a key of his own and believes nothing that he cannot compute. */
@ExtendWith(LogOnFailure.class)
class EvidenceStoryTest {

  private static final Cosigner WITNESS = new Cosigner("auditor.example/w1", new byte[32]);
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

  private static RunningLedger ledger;

  @BeforeAll
  static void start() throws Exception {
    Path folder = Files.createDirectories(Path.of("target/system"));
    ledger =
        RunningLedger.start(
            Files.createTempDirectory(folder.toRealPath(), "evidence-"),
            "--ledger.evidence.witnesses=" + WITNESS.publicKey(),
            "--ledger.evidence.pause=200ms");
  }

  @AfterAll
  static void stop() throws Exception {
    ledger.close();
  }

  @Test
  void theKeyThatSealsIsPrivateAndLiesBesideTheMasterKey() throws Exception {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(ledger.data().resolve("seal.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aDonationGetsAReceiptThatProvesItUnderAHeadThatAWitnessHasSeen() throws Exception {
    String donation = donation("EV-1");
    JsonNode receipt = sealedReceipt(donation);
    assertThat(receipt.path("countersigned").asBoolean()).isFalse();
    Checkpoint first = proven(receipt, donation);

    SignedNote head = head();
    assertThat(witness(WITNESS.cosign(head, NOW)).json().path("size").asLong())
        .isEqualTo(Checkpoint.of(head).size());
    JsonNode countersigned = auditor().read("/donations/" + donation + "/receipt");
    assertThat(countersigned.path("countersigned").asBoolean()).isTrue();
    Checkpoint second = proven(countersigned, donation);
    assertThat(
            SignedNote.parse(countersigned.path("checkpoint").asString())
                .signedBy(WITNESS.publicKey()))
        .isTrue();

    String range = "?from=" + first.size() + "&to=" + second.size();
    JsonNode proof = auditor().read("/audit/proofs/consistency" + range);
    assertThat(
            new ConsistencyProof(first.size(), second.size(), hashes(proof.path("path")))
                .proves(first.root(), second.root()))
        .isTrue();
  }

  @Test
  void everyPositionOfTheBookIsProvenUnderTheHead() throws Exception {
    sealedReceipt(donation("EV-2"));
    Checkpoint head = Checkpoint.of(head());
    for (long position = 0; position < head.size(); position += 3) {
      JsonNode proof =
          auditor().read("/audit/proofs/inclusion?position=" + position + "&size=" + head.size());
      assertThat(proof.path("path").size()).isPositive();
      assertThat(proof.path("position").asLong()).isEqualTo(position);
    }
  }

  @Test
  void whatCannotBeProvenIsRefusedInWords() throws Exception {
    sealedReceipt(donation("EV-3"));
    assertThat(problem("/audit/proofs/inclusion?position=0&size=99999999999"))
        .isEqualTo("409 NOT_SEALED_YET");
    assertThat(problem("/audit/proofs/consistency?from=0&to=99999999999"))
        .isEqualTo("409 NOT_SEALED_YET");
    for (String malformed :
        List.of(
            "inclusion?position=5&size=5",
            "inclusion?position=-1&size=5",
            "inclusion?position=x&size=5",
            "inclusion?position=0&size=99999999999999999999",
            "consistency?from=3&to=2")) {
      assertThat(problem("/audit/proofs/" + malformed)).startsWith("400 PARAMETER_MALFORMED ");
    }
    assertThat(problem("/audit/proofs/inclusion?position=0"))
        .isEqualTo("400 PARAMETER_MISSING size");
    assertThat(problem("/payouts/" + UUID.randomUUID() + "/receipt")).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void aHeadThatIsNotCountersignedByAKnownWitnessIsRefused() throws Exception {
    sealedReceipt(donation("EV-4"));
    SignedNote head = head();
    byte[] seed = new byte[32];
    seed[0] = 1;
    SignedNote byStranger = new Cosigner("auditor.example/w1", seed).cosign(head, NOW);
    SignedNote otherBook =
        WITNESS.cosign(new NoteSigner("aid-ledger/other", seed).sign(head.text()), NOW);
    for (SignedNote note : List.of(head, byStranger, otherBook)) {
      Answer answer = witness(note);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.problem()).isEqualTo("CHECKPOINT_REFUSED");
    }
    Answer tooLarge = post("x".repeat(20_000));
    assertThat(tooLarge.problem()).isEqualTo("BODY_TOO_LARGE");
    assertThat(post("").problem()).isEqualTo("BODY_MISSING");
  }

  private static Desk auditor() {
    return ledger.desk("auditor");
  }

  private String donation(String reference) {
    String fund =
        ledger.desk("finance").order(201, "/funds", fund(reference)).path("fundId").asString();
    return ledger
        .desk("finance")
        .order(201, "/funds/" + fund + "/donations", Bodies.anonymous(reference, "12.34"))
        .path("donationId")
        .asString();
  }

  /** Waits until the receipt is there; before, the answer says so. */
  private JsonNode sealedReceipt(String donation) {
    String path = "/donations/" + donation + "/receipt";
    Waiting.until(
        "the receipt is there",
        () -> {
          Answer answer = auditor().get(path);
          if (answer.status() == 202) {
            assertThat(answer.json().path("state").asString()).isEqualTo("WAITING");
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            return false;
          }
          assertThat(answer.status()).as(answer.text()).isEqualTo(200);
          return true;
        });
    return auditor().read(path);
  }

  /** Checks a receipt with nothing but itself and the public key, as an outsider would. */
  private Checkpoint proven(JsonNode receipt, String donation) throws Exception {
    SignedNote note = SignedNote.parse(receipt.path("checkpoint").asString());
    assertThat(note.signedBy(publicKey())).isTrue();
    Checkpoint checkpoint = Checkpoint.of(note);
    assertThat(receipt.path("events").size()).isPositive();
    for (JsonNode event : receipt.path("events")) {
      byte[] leaf = Base64.getDecoder().decode(event.path("leaf").asString());
      assertThat(EventLeaf.decode(leaf).streamId()).hasToString(donation);
      InclusionProof proof =
          new InclusionProof(
              event.path("position").asLong(), checkpoint.size(), hashes(event.path("path")));
      assertThat(proof.proves(new TreeHasher().leaf(leaf), checkpoint.root())).isTrue();
      leaf[leaf.length / 2] ^= 1;
      assertThat(proof.proves(new TreeHasher().leaf(leaf), checkpoint.root())).isFalse();
    }
    return checkpoint;
  }

  private static VerifierKey publicKey() throws Exception {
    try (var connection = ledger.database();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select public_key from ledger.seal_key")) {
      row.next();
      return VerifierKey.parse(row.getString(1));
    }
  }

  private SignedNote head() {
    Answer answer = auditor().get("/audit/checkpoint");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain");
    return SignedNote.parse(answer.text());
  }

  private Answer witness(SignedNote note) {
    return post(note.toString());
  }

  private Answer post(String note) {
    return auditor()
        .send(
            "POST",
            "/audit/witness",
            BodyPublishers.ofString(note),
            "Content-Type",
            "text/plain; charset=utf-8");
  }

  private String problem(String path) {
    Answer answer = auditor().get(path);
    return answer.status() + " " + answer.problem();
  }

  private static List<Hash> hashes(JsonNode path) {
    List<Hash> hashes = new ArrayList<>();
    path.forEach(hash -> hashes.add(Hash.parse(hash.asString())));
    return hashes;
  }
}
