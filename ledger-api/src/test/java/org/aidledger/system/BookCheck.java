package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What must be true of every book at any time, asked of the database and of the application. */
final class BookCheck {

  /** Each query finds breaches of the rule that it is named after. */
  private static final String[][] RULES = {
    {
      "positions begin at 0 and have no gaps",
      "select count(*), min(position), max(position) from ledger.event"
          + " having min(position) <> 0 or max(position) <> count(*) - 1"
    },
    {
      "recorded times never run backwards",
      "select position from (select position, recorded_at,"
          + " lag(recorded_at) over (order by position) before from ledger.event) e"
          + " where recorded_at < before"
    },
    {
      "sequences of a stream begin at 0 and have no gaps",
      "select stream_id from ledger.event group by stream_id"
          + " having min(sequence) <> 0 or max(sequence) <> count(*) - 1"
    },
    {
      "a donation is received once, under one reference",
      "select payload::json->>'source', payload::json->>'reference' from ledger.event"
          + " where type = 'DonationReceived' group by 1, 2 having count(*) > 1"
    },
    {
      "entry numbers of a fund begin at 1 and have no gaps",
      "select fund_id from live.trail where entry_number is not null group by fund_id"
          + " having min(entry_number) <> 1 or max(entry_number) <> count(*)"
          + " or count(distinct entry_number) <> count(*)"
    },
    {
      "control totals of donations equal their details",
      "select t.fund from (select stream_id::text fund, sum((payload::json->>'count')::bigint) n,"
          + " sum((payload::json->>'total')::bigint) total from ledger.event"
          + " where type = 'DonationsPosted' group by 1) t full join"
          + " (select payload::json->>'fundId' fund, count(*) n,"
          + " sum((payload::json->>'amount')::bigint) total from ledger.event"
          + " where type = 'DonationReceived' group by 1) d using (fund)"
          + " where (t.n, t.total) is distinct from (d.n, d.total)"
    },
    {
      "nothing is below zero",
      "select position from live.trail where balance_after < 0 union all select 0 from live.fund"
          + " where reserved < 0 or received < 0 or paid < 0"
    },
  };

  private BookCheck() {}

  /** Checks every rule in the database, and that a replay finds nothing. */
  static void hold(RunningLedger ledger) throws Exception {
    awaitReadModels(ledger);
    try (Connection connection = ledger.database()) {
      for (String[] rule : RULES) {
        assertThat(rows(connection, rule[1])).as(rule[0]).isEmpty();
      }
    }
    JsonNode report = replay(ledger);
    assertThat(report.path("state").asString()).as(report.toString()).isEqualTo("COMPLETED");
    assertThat(report.path("matches").asBoolean()).as(report.toString()).isTrue();
    assertThat(report.path("differenceCount").asLong()).isZero();
  }

  /** Runs a replay to its end and returns its report. */
  static JsonNode replay(RunningLedger ledger) {
    Desk auditor = ledger.desk("auditor");
    String id = auditor.order(202, "/audit/replays").path("replayId").asString();
    String path = "/audit/replays/" + id;
    Waiting.until(
        "the replay ends", () -> !auditor.read(path).path("state").asString().equals("RUNNING"));
    return auditor.read(path);
  }

  /** Waits until the read models know every event that is in the book now. */
  static void awaitReadModels(RunningLedger ledger) throws Exception {
    try (Connection connection = ledger.database()) {
      Waiting.until(
          "the read models have caught up",
          () ->
              rows(
                      connection,
                      "select position from live.projection where name = 'ledger' and position"
                          + " < (select max(position) from ledger.event)")
                  .isEmpty());
    }
  }

  /** The rows of a query, each as its columns' texts in brackets. */
  static List<String> rows(Connection connection, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          columns.add(result.getString(i));
        }
        rows.add(columns.toString());
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
