package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.payout;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Source documents at donations and payouts, from upload to download. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class DocumentStoryTest {

  private static final byte[] SLIP =
      "%PDF-1.7 a slip that the bank stamped".getBytes(StandardCharsets.UTF_8);

  private final Desk finance;
  private final Desk cashier;
  private final Desk auditor;
  private final Desk approver;

  DocumentStoryTest(RunningLedger ledger) {
    finance = ledger.desk("finance");
    cashier = ledger.desk("cashier");
    auditor = ledger.desk("auditor");
    approver = ledger.desk("approver");
  }

  private String fund() {
    return fundNamed("DOC." + System.identityHashCode(this));
  }

  private String fundNamed(String code) {
    return finance.order(201, "/funds", Bodies.fund(code)).path("fundId").asString();
  }

  @Test
  void aSlipIsAttachedOnceListedAndReadOnRecord() {
    String fundId = fund();
    String donation =
        finance
            .order(201, "/funds/" + fundId + "/donations", anonymous(fundId + "-1", "10.00"))
            .path("donationId")
            .asString();
    String documents = "/donations/" + donation + "/documents";

    Answer first = finance.upload(documents, "回单 张三.pdf", SLIP);
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(first.json().path("mediaType").asString()).isEqualTo("application/pdf");
    Answer again = cashier.upload(documents, "other name.pdf", SLIP);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("status").asString()).isEqualTo("ALREADY_ATTACHED");
    assertThat(again.json().path("documentId")).isEqualTo(first.json().path("documentId"));

    JsonNode listed = auditor.read(documents).path("items");
    assertThat(listed).hasSize(1);
    assertThat(listed.path(0).path("name").asString()).isEqualTo("回单 张三.pdf");
    assertThat(listed.path(0).path("sha256")).isEqualTo(first.json().path("sha256"));

    String id = first.json().path("documentId").asString();
    Answer content = auditor.get("/documents/" + id);
    assertThat(content.status()).isEqualTo(200);
    assertThat(content.text()).isEqualTo(new String(SLIP, StandardCharsets.UTF_8));
    assertThat(content.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(content.header("Content-Disposition")).startsWith("attachment;");
    assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(auditor.items("/audit/readings", 100))
        .anySatisfy(
            reading -> {
              assertThat(reading.path("field").asString()).isEqualTo("document");
              assertThat(reading.path("context").asString()).isEqualTo(donation);
            });
    assertThat(auditor.items("/funds/" + fundId + "/trail", 100))
        .anySatisfy(line -> assertThat(line.path("type").asString()).isEqualTo("DocumentAttached"));
  }

  @Test
  void whatIsNoDocumentIsRefusedByItsContent() {
    String fundId = fundNamed("DOC.refused");
    String payoutId =
        finance
            .order(201, "/funds/" + fundId + "/payouts", payout(fundId + "-p", "5.00"))
            .path("payoutId")
            .asString();
    String documents = "/payouts/" + payoutId + "/documents";
    assertThat(refusal(documents, "slip.pdf", "<html>%PDF-1.7".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("FILE_TYPE_REFUSED file");
    assertThat(refusal(documents, "slip.pdf", "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("FILE_TYPE_REFUSED file");
    assertThat(refusal(documents, "slip.pdf", new byte[0])).isEqualTo("FILE_EMPTY file");
    byte[] large = new byte[10 * 1024 * 1024 + 1];
    System.arraycopy(SLIP, 0, large, 0, SLIP.length);
    assertThat(refusal(documents, "slip.pdf", large)).isEqualTo("FILE_TOO_LARGE file");
    assertThat(auditor.read(documents).path("items")).isEmpty();
    assertThat(finance.upload("/donations/" + payoutId + "/documents", "a.pdf", SLIP).status())
        .isEqualTo(404);
    assertThat(approver.upload(documents, "a.pdf", SLIP).problem()).isEqualTo("ROLE_MISSING");
  }

  private String refusal(String path, String name, byte[] content) {
    return finance.upload(path, name, content).problem();
  }
}
