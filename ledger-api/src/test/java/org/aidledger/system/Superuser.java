package org.aidledger.system;

import java.sql.SQLException;
import java.util.List;

/** Somebody with all rights on the database, who knows how to switch off what guards it. */
record Superuser(RunningLedger ledger) {

  /** Several statements are one transaction. */
  void sql(String sql) {
    try (var connection = ledger.database();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException | java.io.IOException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Past the triggers that refuse to change what was recorded or sealed. */
  void tamper(String table, String sql) {
    String alter = "alter table ledger." + table;
    sql(alter + " disable trigger user; " + sql + "; " + alter + " enable trigger user");
  }

  long number(String sql) {
    return Long.parseLong(text(sql));
  }

  /** The first column of the first row. */
  String text(String sql) {
    try (var connection = ledger.database()) {
      List<String> rows = BookCheck.rows(connection, sql);
      return rows.getFirst().substring(1, rows.getFirst().length() - 1);
    } catch (SQLException | java.io.IOException e) {
      throw new AssertionError(sql, e);
    }
  }

  long events() {
    return number("select count(*) from ledger.event");
  }

  long sealed() {
    return number("select size from ledger.seal_head");
  }
}
