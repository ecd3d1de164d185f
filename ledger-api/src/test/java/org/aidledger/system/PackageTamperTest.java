package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.SignedNote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody with all rights on the database changes what was sealed, the server makes a package of
 * it in good faith, and the auditor's program names the change.
 */
@ExtendWith(LogOnFailure.class)
class PackageTamperTest {

  private static final Map<String, Object> ALL = Map.of("people", "redacted");

  private static RunningLedger ledger;
  private static PackageClient client;
  private static String fundId = "";

  @BeforeAll
  static void start() throws Exception {
    Path system = Files.createDirectories(Path.of("target/system"));
    Path folder = Files.createTempDirectory(system.toRealPath(), "package-tamper-");
    ledger = RunningLedger.start(folder.resolve("data"), "--ledger.evidence.pause=200ms");
    client = new PackageClient(ledger, folder);
    Desk finance = ledger.desk("finance");
    fundId = finance.order(201, "/funds", fund("PT.1")).path("fundId").asString();
    for (int i = 0; i < 5; i++) {
      finance.order(201, "/funds/" + fundId + "/donations", anonymous("PT-" + i, "70.00"));
    }
    Waiting.until("everything is sealed", Duration.ofSeconds(20), () -> sealed() == events());
  }

  @AfterAll
  static void stop() throws Exception {
    ledger.close();
  }

  @Test
  void theUntouchedBookIsGenuine() throws Exception {
    assertThat(PackageClient.verify(client.fetched(ALL)).status()).isZero();
  }

  @Test
  void aChangedAmountIsNamed() throws Exception {
    String change = "update ledger.event set payload = replace(payload, '%s', '%s') where %s";
    String where = "type = 'DonationReceived' and payload like '%\"PT-2\"%'";
    event(change.formatted("\"amount\":7000", "\"amount\":9000", where));
    String out = notGenuine();
    event(change.formatted("\"amount\":9000", "\"amount\":7000", where));
    assertThat(out).contains("[ROOT_DIFFERS]", "[CONTROL_TOTAL_DIFFERS]", "[BALANCE_DIFFERS]");
  }

  @Test
  void aDeletedEventIsNamed() throws Exception {
    sql("create table ledger.aside as select * from ledger.event where payload like '%\"PT-3\"%'");
    event("delete from ledger.event where payload like '%\"PT-3\"%'");
    String out = notGenuine();
    event("insert into ledger.event select * from ledger.aside; drop table ledger.aside");
    assertThat(out).contains("[EVENT_WITHHELD]", "[CONTROL_WITHOUT_DETAILS]");
  }

  @Test
  void swappedEventsAreNamed() throws Exception {
    String swap =
        """
        update ledger.event set position = -1 where position = %1$d;
        update ledger.event set position = %1$d where position = %2$d;
        update ledger.event set position = %2$d where position = -1"""
            .formatted(events() - 1, events() - 3);
    event(swap);
    String out = notGenuine();
    event(swap);
    assertThat(out).contains("[ROOT_DIFFERS]", "[DETAIL_WITHOUT_CONTROL]");
  }

  @Test
  void anEditedReadModelIsNamedThoughTheBookIsUntouched() throws Exception {
    sql("update live.fund set received = received + 1 where fund_id = '" + fundId + "'");
    String out = notGenuine();
    sql("update live.fund set received = received - 1 where fund_id = '" + fundId + "'");
    assertThat(out).contains("[BALANCE_DIFFERS]", fundId).doesNotContain("[ROOT_DIFFERS]");
  }

  private static String notGenuine() throws Exception {
    PackageClient.Ran ran = PackageClient.verify(client.fetched(ALL));
    assertThat(ran.status()).as(ran.out()).isEqualTo(1);
    return ran.out();
  }

  private static long sealed() {
    String note = ledger.desk("auditor").get("/audit/checkpoint").text();
    return note.startsWith("{") ? 0 : Checkpoint.of(SignedNote.parse(note)).size();
  }

  private static long events() {
    try (var connection = ledger.database();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from ledger.event")) {
      row.next();
      return row.getLong(1);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void event(String sql) throws Exception {
    sql(
        "alter table ledger.event disable trigger user; "
            + sql
            + "; alter table ledger.event enable always trigger event_is_append_only");
  }

  private static void sql(String sql) throws Exception {
    try (var connection = ledger.database();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
