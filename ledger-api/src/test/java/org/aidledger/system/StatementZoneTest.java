package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Statements are of the time zone in which their period was closed, whatever is set later. */
@ExtendWith(LogOnFailure.class)
class StatementZoneTest {

  private static final String UNION = "union-of-two-zones";
  private static final Map<String, Object> OF = Map.of("organisation", UNION);

  @Test
  void anotherTimeZoneChangesNoByteOfWhatWasClosedBefore() throws Exception {
    Path folder = Files.createDirectories(Path.of("target/system"));
    Path data = Files.createTempDirectory(folder.toRealPath(), "statement-zone-");
    Map<String, byte[]> closed = new HashMap<>();
    try (RunningLedger east = RunningLedger.start(data, "--ledger.zone=Asia/Shanghai")) {
      String fund =
          east.desk("finance")
              .order(201, "/funds", with(fund("ZONE.1"), "organisation", UNION))
              .path("fundId")
              .asString();
      east.desk("finance")
          .order(
              201,
              "/funds/" + fund + "/donations",
              with(anonymous("ZONE-1", "12.00"), "receivedOn", "2025-03-31"));
      close(east, "2025-03");
      for (JsonNode item : statements(east, "2025-03")) {
        String name = item.path("statement").asString();
        closed.put(name, file(east, "2025-03", name, ""));
      }
    }
    try (RunningLedger west = RunningLedger.start(data, "--ledger.zone=America/Los_Angeles")) {
      assertThat(closed).hasSize(5);
      for (JsonNode item : statements(west, "2025-03")) {
        String name = item.path("statement").asString();
        assertThat(file(west, "2025-03", name, "")).as(name).isEqualTo(closed.get(name));
        StatementFile full =
            StatementFile.of(west, "auditor", path("2025-03", name, "&people=full"));
        assertThat(full.sha256()).as(name).isEqualTo(item.path("sha256").asString());
      }
      close(west, "2025-04");
      // A desk waits until the read models have what it wrote; a download does not.
      assertThat(statements(west, "2025-04")).hasSize(5);
      StatementFile april = StatementFile.of(west, "auditor", path("2025-04", "donations", ""));
      assertThat(april.status()).as(april.text()).isEqualTo(200);
      assertThat(april.sheet())
          .as("what is closed now is of the present zone")
          .contains("Los_Angeles");
    }
  }

  private static void close(RunningLedger ledger, String period) {
    Map<String, Object> closing = new HashMap<>(OF);
    closing.put("lateEntries", "NEXT_PERIOD");
    closing.put(
        "acknowledged",
        List.of("PENDING_PAYOUTS", "FAILED_IMPORTS", "REPLAY_MISSING", "SEAL_BEHIND"));
    ledger.desk("finance").order(200, "/periods/" + period + "/closing", closing);
    ledger.desk("approver").order(200, "/periods/" + period + "/confirmation", OF);
  }

  private static JsonNode statements(RunningLedger ledger, String period) {
    return ledger
        .desk("finance")
        .read("/periods/" + period + "/statements?organisation=" + UNION)
        .path("items");
  }

  private static byte[] file(RunningLedger ledger, String period, String name, String more)
      throws Exception {
    StatementFile file = StatementFile.of(ledger, "auditor", path(period, name, more));
    assertThat(file.status()).as(file.text()).isEqualTo(200);
    return file.bytes();
  }

  private static String path(String period, String name, String more) {
    return "/periods/" + period + "/statements/" + name + "?organisation=" + UNION + more;
  }
}
