package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An uploaded file goes when its time is over; the import says so and keeps the hash. */
@ExtendWith(LogOnFailure.class)
class ImportExpiryTest {

  @TempDir Path data;

  @Test
  void theFileGoesAndItsHashStays() throws Exception {
    try (RunningLedger ledger =
        RunningLedger.start(data.resolve("ledger"), "--ledger.imports.keep-files=0s")) {
      Desk desk = ledger.desk("finance");
      String fund = desk.order(201, "/funds", Bodies.fund("GONE")).path("fundId").asString();
      ImportClient finance = new ImportClient(desk);
      byte[] roster = "姓名,单位,工号,金额,日期\n甲,一,G1,5,2026-05-18\n".getBytes(StandardCharsets.UTF_8);
      String id = finance.start(fund, "?batch=G", "g.csv", roster);
      finance.rested(id);
      String orphan = orphanAfter(ledger, finance.start(fund, "?batch=O", "o.csv", roster));
      String young = orphanAfter(ledger, finance.start(fund, "?batch=Y", "y.csv", roster));
      age(ledger, orphan);
      String slip = slip(desk, fund);
      age(ledger, fileOf(ledger, "live.document", "document_id", slip));
      BookCheck.awaitReadModels(ledger);
      ledger.kill9();
      // The sweep runs when the application has started.
      ledger.restart();
      ImportClient after = new ImportClient(ledger.desk("finance"));
      Waiting.until("the file is gone", () -> after.one(id).path("fileGone").asBoolean());
      JsonNode gone = after.one(id);
      assertThat(gone.path("sha256").asString()).hasSize(64);
      assertThat(gone.path("fileName").asString())
          .isEqualTo(gone.path("sha256").asString().substring(0, 8) + ".csv");
      assertThat(gone.path("mapping").isNull() || gone.path("mapping").isMissingNode()).isTrue();
      assertThat(ledger.desk("finance").post("/imports/" + id + "/posting", Map.of()).problem())
          .isEqualTo("IMPORT_FILE_GONE");
      assertThat(ledger.desk("finance").get("/imports/" + id + "/refusals").problem())
          .isEqualTo("IMPORT_FILE_GONE");
      Waiting.until("the file that nothing names is gone", () -> !isStored(ledger, orphan));
      assertThat(isStored(ledger, young)).isTrue();
      assertThat(ledger.desk("finance").get("/documents/" + slip).status()).isEqualTo(200);
    }
  }

  /** Leaves a file behind as a process does that is killed before it could note the import. */
  private static String orphanAfter(RunningLedger ledger, String importId) throws Exception {
    new ImportClient(ledger.desk("finance")).rested(importId);
    String file = fileOf(ledger, "intake.import", "import_id", importId);
    run(ledger, "delete from intake.import where import_id = '%s'".formatted(importId));
    return file;
  }

  private static String slip(Desk desk, String fund) {
    String donation =
        desk.order(201, "/funds/" + fund + "/donations", Bodies.anonymous("SLIP", "1.00"))
            .path("donationId")
            .asString();
    return desk.upload(
            "/donations/" + donation + "/documents",
            "a.pdf",
            "%PDF-1.7 a".getBytes(StandardCharsets.UTF_8))
        .json()
        .path("documentId")
        .asString();
  }

  private static void age(RunningLedger ledger, String file) throws Exception {
    run(
        ledger,
        "update ledger.file set stored_at = now() - interval '25 hours' where file_id = '%s'"
            .formatted(file));
  }

  private static String fileOf(RunningLedger ledger, String table, String key, String id)
      throws Exception {
    BookCheck.awaitReadModels(ledger);
    try (Connection connection = ledger.database()) {
      String row =
          BookCheck.rows(
                  connection,
                  "select file_id::text from %s where %s = '%s'".formatted(table, key, id))
              .getFirst();
      return row.substring(1, row.length() - 1);
    }
  }

  private static boolean isStored(RunningLedger ledger, String file) {
    try (Connection connection = ledger.database()) {
      return !BookCheck.rows(
              connection, "select 1 from ledger.file where file_id = '%s'".formatted(file))
          .isEmpty();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(RunningLedger ledger, String sql) throws Exception {
    try (Connection connection = ledger.database();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
