package org.aidledger.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.aidledger.api.command.ReplayCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Whoever alters a read model behind the ledger's back is found out by a replay. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class TamperTest {

  private final RunningLedger ledger;
  private final String fundId;
  private final String donationId;

  TamperTest(RunningLedger ledger) {
    this.ledger = ledger;
    Desk finance = ledger.desk("finance");
    fundId = finance.post("/funds", fund("T.fund")).json().path("fundId").asString();
    donationId =
        finance
            .post("/funds/" + fundId + "/donations", anonymous("T-1", "70.00"))
            .json()
            .path("donationId")
            .asString();
  }

  /** Copies are put aside first, since other tests go on with the same ledger. */
  @BeforeEach
  void putAside() throws Exception {
    BookCheck.awaitReadModels(ledger);
    for (String table : List.of("fund", "donation", "trail")) {
      sql("create table ledger.aside_%1$s as table live.%1$s".formatted(table));
    }
  }

  @AfterEach
  void putBack() throws Exception {
    for (String table : List.of("fund", "donation", "trail")) {
      sql(
          "delete from live.%1$s; insert into live.%1$s table ledger.aside_%1$s;".formatted(table)
              + " drop table ledger.aside_"
              + table);
    }
    assertThat(BookCheck.replay(ledger).path("matches").asBoolean()).as("put back").isTrue();
  }

  @Test
  void anAlteredFigureIsNamedWithBothValues() throws Exception {
    sql("update live.fund set received = received + 1 where fund_id = '" + fundId + "'");
    JsonNode difference = onlyDifference();
    assertThat(difference.path("table").asString()).isEqualTo("fund");
    assertThat(difference.path("kind").asString()).isEqualTo("ALTERED");
    assertThat(difference.path("key").asString()).contains(fundId);
    assertThat(difference.path("column").asString()).isEqualTo("received");
    assertThat(difference.path("live").asString()).isEqualTo("7001");
    assertThat(difference.path("rebuilt").asString()).isEqualTo("7000");
  }

  @Test
  void aDeletedRowIsNamed() throws Exception {
    sql("delete from live.donation where donation_id = '" + donationId + "'");
    JsonNode difference = onlyDifference();
    assertThat(difference.path("table").asString()).isEqualTo("donation");
    assertThat(difference.path("kind").asString()).isEqualTo("MISSING");
    assertThat(difference.path("key").asString()).contains(donationId);
  }

  @Test
  void anInventedRowIsNamed() throws Exception {
    sql(
        "insert into live.trail select (jsonb_populate_record(t, '{\"line\": 7}')).*"
            + " from live.trail t where type = 'DonationReceived' and fund_id = '"
            + fundId
            + "'");
    JsonNode difference = onlyDifference();
    assertThat(difference.path("table").asString()).isEqualTo("trail");
    assertThat(difference.path("kind").asString()).isEqualTo("SURPLUS");
    assertThat(difference.path("key").asString()).contains("line=7");
  }

  /** Balances of now are kept in memory for a moment, and the repair is another program. */
  @Test
  void aRepairBesideTheRunningLedgerShowsInTheBalance() throws Exception {
    awaitReceived("70.00");
    sql("update live.fund set received = received + 1 where fund_id = '" + fundId + "'");
    awaitReceived("70.01");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        new ReplayCommand(new PrintStream(said, true, UTF_8))
            .run(List.of("--data", ledger.data().toString(), "--repair"));
    assertThat(status).as(said.toString(UTF_8)).isZero();
    awaitReceived("70.00");
  }

  private void awaitReceived(String amount) {
    String path = "/funds/" + fundId + "/balance";
    Waiting.until(
        amount + " shows",
        () -> ledger.desk("auditor").read(path).path("received").asString().equals(amount));
  }

  @Test
  void theBookItselfRefusesToBeAltered() throws Exception {
    for (String change :
        List.of(
            "update ledger.event set payload = '{}'",
            "delete from ledger.event",
            "truncate ledger.event")) {
      try {
        sql(change);
        throw new AssertionError("not refused: " + change);
      } catch (SQLException refused) {
        assertThat(refused.getMessage()).contains("append-only");
      }
    }
  }

  private JsonNode onlyDifference() {
    JsonNode report = BookCheck.replay(ledger);
    assertThat(report.path("state").asString()).isEqualTo("COMPLETED");
    assertThat(report.path("matches").asBoolean()).isFalse();
    assertThat(report.path("differenceCount").asLong()).as(report.toString()).isEqualTo(1);
    return report.path("differences").get(0);
  }

  private void sql(String sql) throws Exception {
    try (Connection connection = ledger.database();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(sql);
      connection.commit();
    }
  }
}
