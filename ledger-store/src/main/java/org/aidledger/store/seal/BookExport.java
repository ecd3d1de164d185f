package org.aidledger.store.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.aidledger.evidence.merkle.TreeBrokenException;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteException;
import org.aidledger.evidence.note.SignedNote;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads the sealed book for audit packages, as a stream. */
public final class BookExport {

  private static final String COLUMNS =
      "position, event_id, stream_type, stream_id, sequence, recorded_at, type, revision,"
          + " payload, metadata";

  private static final int COLUMN_COUNT = 10;

  /** Every countersigned head, and of the others the last of each day in UTC. */
  private static final String CHECKPOINTS =
      """
      select size, note from ledger.seal_countersigned where size <= ?
      union
      (select distinct on (signed_at / 86400000) size, note from ledger.seal_checkpoint c
        where size <= ? and not exists
          (select from ledger.seal_countersigned w where w.size = c.size)
        order by signed_at / 86400000, size desc)
      union
      select size, note from ledger.seal_checkpoint c where size = ? and not exists
          (select from ledger.seal_countersigned w where w.size = c.size)
      order by 1, 2
      """;

  private final DataSource dataSource;
  private final Witnesses witnesses;

  /** Reads through connections of its own. */
  public BookExport(DataSource dataSource, Witnesses witnesses) {
    this.dataSource = dataSource;
    this.witnesses = witnesses;
  }

  /**
   * The last head that does not part an append: the events of one append bear the same time. Empty
   * while there is none, which the next round of sealing cures.
   *
   * @throws HeadContradictedException if the book is not the one that a witness has countersigned
   */
  public Optional<SignedNote> steadyHead() {
    return ask(
        connection -> {
          SealedTree tree = SealedTree.read(connection);
          witnesses.requireSigned(tree);
          witnesses.requireContinued(tree);
          return tree.size() == 0 || parted(connection, tree.size())
              ? Optional.empty()
              : tree.signed();
        });
  }

  /** Every countersigned head up to a size, one signed head for each day, and the last. */
  public List<SignedNote> checkpoints(long size) {
    return ask(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(CHECKPOINTS)) {
            for (int i = 1; i <= 3; i++) {
              statement.setLong(i, size);
            }
            List<SignedNote> notes = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                notes.add(SignedNote.parse(row.getString(2)));
              }
            }
            return notes;
          }
        });
  }

  /** The first position that was recorded after a time, in milliseconds since 1970. */
  public long firstAfter(long time) {
    return ask(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("select ledger.position_at(?) + 1")) {
            statement.setLong(1, time);
            try (ResultSet row = statement.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /**
   * Writes a slice as the lines that docs/evidence describes.
   *
   * @param notes the checkpoints over whose sizes no branch may reach
   * @param progress told now and then which position is next
   * @throws IOException if writing fails
   */
  public void write(
      BookSlice slice, List<SignedNote> notes, OutputStream out, LongConsumer progress)
      throws IOException {
    NavigableSet<Long> cuts = new TreeSet<>();
    notes.forEach(note -> cuts.add(Checkpoint.of(note).size()));
    try (Connection forEvents = dataSource.getConnection();
        Connection forTree = dataSource.getConnection()) {
      SliceWriter writer =
          new SliceWriter(new JsonBytes(out), SealedTree.read(forTree).reader(), cuts, progress);
      writer.hideUpTo(slice.first());
      rows(forEvents, slice, COLUMNS, COLUMN_COUNT, writer::shown);
      writer.hideUpTo(slice.size());
      writer.flush();
    } catch (SQLException e) {
      throw new SealException("The book could not be read.", e);
    } catch (TreeBrokenException e) {
      throw SealException.damaged(e);
    }
  }

  /** Gives the payloads of a slice. */
  public void payloads(BookSlice slice, PayloadSink sink) throws IOException {
    try (Connection connection = dataSource.getConnection()) {
      rows(
          connection,
          slice,
          "position, payload",
          2,
          row ->
              sink.payload(
                  row.number(0),
                  new String(row.bytes(), row.offset(1), row.length(1), StandardCharsets.UTF_8)));
    } catch (SQLException e) {
      throw new SealException("The book could not be read.", e);
    }
  }

  private static void rows(
      Connection connection, BookSlice slice, String columns, int count, RowSink sink)
      throws SQLException, IOException {
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy (" + select(slice, columns) + ") to stdout (format binary)");
    CopyBytes bytes = new CopyBytes(copy);
    boolean read = false;
    try {
      RowBytes row = new RowBytes(bytes, count);
      while (row.next()) {
        sink.row(row);
      }
      read = true;
    } finally {
      if (!read && copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /**
   * The events of a fund are those whose payload names it, and what happened to its donations
   * otherwise. Quotes inside a text are escaped, so that no text can pass for a field.
   */
  private static String select(BookSlice slice, String columns) {
    String range =
        "select "
            + columns
            + " from ledger.event e where e.position >= "
            + slice.first()
            + " and e.position < "
            + slice.end();
    String fund = slice.fundId() == null ? "" : ofFund(slice.fundId().toString());
    return range + fund + " order by e.position";
  }

  private static String ofFund(String fund) {
    String names = names("e.payload", fund);
    return " and ("
        + names
        + " or (e.type in ('DonationRefundReserved', 'DonationRefundReleased') and exists (select"
        + " from ledger.event d where d.stream_id = e.stream_id and d.sequence = 0 and "
        + names("d.payload", fund)
        + ")))";
  }

  private static String names(String payload, String fund) {
    List<String> fields = List.of("fundId", "fromFundId", "toFundId");
    return "("
        + String.join(
            " or ",
            fields.stream()
                .map(field -> "strpos(" + payload + ", '\"" + field + "\":\"" + fund + "\"') > 0")
                .toList())
        + ")";
  }

  private static boolean parted(Connection connection, long size) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select count(distinct recorded_at), count(*) from ledger.event"
                + " where position in (?, ?)")) {
      statement.setLong(1, size - 1);
      statement.setLong(2, size);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(2) == 2 && row.getLong(1) == 1;
      }
    }
  }

  private <T> T ask(Question<T> question) {
    try (Connection connection = dataSource.getConnection()) {
      return question.ask(connection);
    } catch (SQLException e) {
      throw new SealException("The seals could not be read.", e);
    } catch (TreeBrokenException | NoteException e) {
      throw SealException.damaged(e);
    }
  }

  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private interface RowSink {
    void row(RowBytes row) throws SQLException, IOException;
  }
}
