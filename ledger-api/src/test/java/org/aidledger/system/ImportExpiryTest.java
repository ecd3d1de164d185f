package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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
      ledger.kill9();
      // The sweep runs when the application has started.
      ledger.restart();
      ImportClient after = new ImportClient(ledger.desk("finance"));
      Waiting.until(
          "the file is gone",
          Duration.ofSeconds(30),
          () -> after.one(id).path("fileGone").asBoolean());
      JsonNode gone = after.one(id);
      assertThat(gone.path("sha256").asString()).hasSize(64);
      assertThat(ledger.desk("finance").post("/imports/" + id + "/posting", Map.of()).problem())
          .isEqualTo("IMPORT_FILE_GONE");
      assertThat(ledger.desk("finance").get("/imports/" + id + "/refusals").problem())
          .isEqualTo("IMPORT_FILE_GONE");
    }
  }
}
