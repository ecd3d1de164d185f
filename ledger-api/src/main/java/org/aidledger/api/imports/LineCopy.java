package org.aidledger.api.imports;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.aidledger.store.subject.PersonMarks;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends the lines of one import to their table by COPY, the fastest way there. */
final class LineCopy implements AutoCloseable {

  private static final String SQL =
      """
      copy intake.line (import, line, status, referenced, amount, before, day, unit, key, entry, person_kind,
        person, name, same_donor, code, cell, problems) from stdin""";

  private static final int SEND_AT = 1 << 16;

  private final CopyIn target;
  private final String number;
  private final StringBuilder text = new StringBuilder(2 * SEND_AT);

  LineCopy(Connection connection, long number) throws SQLException {
    this.target = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(SQL);
    this.number = Long.toString(number);
  }

  void add(StagedLine line) throws SQLException {
    text.append(number);
    put(line.line());
    put(line.status());
    put(line.referenced());
    put(line.amount());
    put(line.before());
    put(line.day());
    put(line.unit());
    put(line.key());
    put(line.key());
    PersonMarks marks = line.marks();
    put(marks == null ? 0 : marks.kind());
    putBytes(marks == null ? null : marks.number());
    putBytes(marks == null ? null : marks.name());
    put(line.sameDonor());
    put(line.code());
    put(line.cell());
    put(line.problems());
    text.append('\n');
    if (text.length() >= SEND_AT) {
      send();
    }
  }

  /** Ends the copy; without it nothing is kept. */
  void finish() throws SQLException {
    send();
    target.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (target.isActive()) {
      target.cancelCopy();
    }
  }

  private void send() throws SQLException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    target.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  private void putBytes(@Nullable String hex) {
    text.append('\t').append(hex == null ? "\\N" : "\\\\x").append(hex == null ? "" : hex);
  }

  private void put(@Nullable Object value) {
    text.append('\t');
    if (value == null) {
      text.append("\\N");
      return;
    }
    String clear = value.toString();
    for (int i = 0; i < clear.length(); i++) {
      char c = clear.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
