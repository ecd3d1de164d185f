package org.aidledger.system;

import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.evidence.note.VerifierKey;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An auditor countersigns with the jar alone; the server takes it and shows it ever after. */
@ExtendWith(LogOnFailure.class)
class CountersignStoryTest {

  @TempDir Path folder;

  @Test
  void aHeadIsCountersignedHandedInAndStandsOnReceiptsAndAnOlderOrForkedOneIsNot()
      throws Exception {
    VerifierJar jar = VerifierJar.in(folder);
    Path key = folder.resolve("w1.key");
    assertThat(
            jar.run(
                    List.of(
                        "countersign", "--new-key", key.toString(), "--name", "auditor.example/w1"))
                .status())
        .isZero();
    VerifierKey witness = VerifierKey.parse(Files.readString(folder.resolve("w1.key.pub")).strip());
    try (RunningLedger ledger =
        RunningLedger.start(
            folder.resolve("data"),
            "--ledger.evidence.witnesses=" + witness,
            "--ledger.evidence.pause=200ms")) {
      String donation = donation(ledger, "CS-1");
      Path first = head(ledger, "first");
      Path book = folder.resolve("book.pub");
      Files.writeString(book, receipt(ledger, donation).path("publicKey").asString() + "\n");

      assertThat(countersign(jar, first).out()).contains("[LAST_HEAD_MISSING]");
      assertThat(countersign(jar, first, "--first").status()).isZero();
      handIn(ledger, first);
      JsonNode receipt = receipt(ledger, donation);
      assertThat(receipt.path("countersigned").asBoolean()).isTrue();
      assertThat(SignedNote.parse(receipt.path("checkpoint").asString()).signedBy(witness))
          .isTrue();
      Path file = Files.writeString(folder.resolve("receipt.json"), receipt.toString());
      PackageClient.Ran verified =
          jar.verify(file, "--key", book.toString(), "--key", key + ".pub", "--language", "en");
      assertThat(verified.out()).contains("GENUINE", "Countersigned by: auditor.example/w1");
      assertThat(verified.status()).isZero();

      donation(ledger, "CS-2");
      Path second = head(ledger, "second");
      assertThat(countersign(jar, second).out()).contains("[PROOF_MISSING]");
      String range = "?from=" + size(first) + "&to=" + size(second);
      Path proof = folder.resolve("proof");
      Files.writeString(
          proof, ledger.desk("auditor").get("/audit/proofs/consistency" + range).text());
      assertThat(countersign(jar, second, "--proof", proof.toString()).status()).isZero();
      handIn(ledger, second);

      PackageClient.Ran older = countersign(jar, first);
      assertThat(older.out()).contains("[HEAD_OLDER]");
      assertThat(older.status()).isEqualTo(1);
      forked(jar, ledger, second, proof);
    }
  }

  /** What the operator could sign who holds the seal key: another history of the same size. */
  private void forked(VerifierJar jar, RunningLedger ledger, Path last, Path proof)
      throws Exception {
    Checkpoint genuine = Checkpoint.of(SignedNote.parse(Files.readString(last)));
    byte[] seed =
        HexFormat.of().parseHex(Files.readString(ledger.data().resolve("seal.key")).strip());
    NoteSigner operator = new NoteSigner(genuine.origin(), seed);
    for (long more : new long[] {0, 1}) {
      Checkpoint fork =
          new Checkpoint(
              genuine.origin(), genuine.size() + more, new TreeHasher().leaf(new byte[] {1}));
      Path file = Files.writeString(folder.resolve("fork"), operator.sign(fork.text()).toString());
      String forged =
          Files.readString(proof)
              .replaceFirst("\"from\":\\d+", "\"from\":" + genuine.size())
              .replaceFirst("\"to\":\\d+", "\"to\":" + fork.size());
      Path path = Files.writeString(folder.resolve("forged-proof"), forged);
      PackageClient.Ran ran = countersign(jar, file, "--proof", path.toString());
      assertThat(ran.out()).contains(more == 0 ? "[HEAD_FORKED]" : "[HEAD_NOT_CONTINUED]");
      assertThat(ran.status()).isEqualTo(1);
      assertThat(folder.resolve("fork.countersigned")).doesNotExist();
    }
  }

  private PackageClient.Ran countersign(VerifierJar jar, Path head, String... more)
      throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "countersign",
                head.toString(),
                "--witness-key",
                folder.resolve("w1.key").toString(),
                "--key",
                folder.resolve("book.pub").toString(),
                "--language",
                "en"));
    arguments.addAll(List.of(more));
    return jar.run(arguments);
  }

  private static void handIn(RunningLedger ledger, Path head) throws Exception {
    Answer answer =
        ledger
            .desk("auditor")
            .send(
                "POST",
                "/audit/witness",
                BodyPublishers.ofFile(head.resolveSibling(head.getFileName() + ".countersigned")),
                "Content-Type",
                "text/plain");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("size").asLong()).isEqualTo(size(head));
  }

  private static long size(Path head) throws Exception {
    return Checkpoint.of(SignedNote.parse(Files.readString(head))).size();
  }

  private Path head(RunningLedger ledger, String name) throws Exception {
    DrillBook.awaitSealed(ledger);
    String head = ledger.desk("auditor").get("/audit/checkpoint").text();
    return Files.writeString(folder.resolve(name), head);
  }

  private static JsonNode receipt(RunningLedger ledger, String donation) {
    return ledger.desk("auditor").read("/donations/" + donation + "/receipt");
  }

  private static String donation(RunningLedger ledger, String reference) {
    Desk finance = ledger.desk("finance");
    String fund = finance.order(201, "/funds", fund(reference)).path("fundId").asString();
    return finance
        .order(201, "/funds/" + fund + "/donations", Bodies.anonymous(reference, "12.34"))
        .path("donationId")
        .asString();
  }
}
