package org.aidledger.store.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.aidledger.evidence.note.SignedNote;
import org.jspecify.annotations.Nullable;

/** Reads how far the book is sealed, through one connection. */
final class SealStanding {

  private static final String RECORDED = "select recorded_at from ledger.event where position = ?";
  private static final String HEAD =
      "select note, signed_at from ledger.seal_checkpoint where size = ?";
  private static final String COUNTERSIGNED =
      "select note, received_at from ledger.seal_countersigned where size >= ?"
          + " order by size desc, received_at desc limit 1";

  private final Connection connection;
  private final Witnesses witnesses;

  SealStanding(Connection connection, Witnesses witnesses) {
    this.connection = connection;
    this.witnesses = witnesses;
  }

  SealStatus read(SealedTree tree) throws SQLException {
    Note head = note(HEAD, tree.size());
    Note kept = note(COUNTERSIGNED, 0);
    Note seen = kept != null && witnesses.countersigned(kept.note) ? kept : null;
    Long waiting = number(RECORDED, tree.size());
    return new SealStatus(
        Math.max(tree.size(), BookEnd.of(connection)),
        tree.size(),
        waiting == null ? null : Instant.ofEpochMilli(waiting),
        head == null ? null : head.note,
        head == null ? null : head.at,
        seen == null ? null : seen.note,
        seen == null ? null : seen.at,
        contradiction(tree));
  }

  private @Nullable HeadContradictedException contradiction(SealedTree tree) throws SQLException {
    try {
      witnesses.requireContinued(tree);
      return null;
    } catch (HeadContradictedException contradicted) {
      return contradicted;
    }
  }

  private @Nullable Long number(String sql, long parameter) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : null;
      }
    }
  }

  private @Nullable Note note(String sql, long size) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, size);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? new Note(SignedNote.parse(rows.getString(1)), Instant.ofEpochMilli(rows.getLong(2)))
            : null;
      }
    }
  }

  private record Note(SignedNote note, Instant at) {}
}
