package org.aidledger.store.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.Frontier;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.store.copy.BinaryFormat;
import org.aidledger.store.seal.RestoreRefusedException.Code;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills an empty book with the events of another one, as audit packages carry them: identifiers,
 * positions, recorded times and every byte stay, so that the tree over them has the same root. All
 * events become durable in one transaction, or none does. Memory does not grow with the book.
 */
public final class BookRestore {

  private static final String COPY =
      "copy ledger.event (position, event_id, stream_type, stream_id, sequence, recorded_at, type,"
          + " revision, payload, metadata) from stdin (format binary)";

  private static final String IS_EMPTY =
      "select not exists (select from ledger.event)"
          + " and (select size from ledger.seal_head) = 0";

  private static final short COLUMNS = 10;

  private static final int LEAF_START = EventLeaf.start().length;
  private static final int BUFFER = 1 << 16;
  private static final long REPORT_EVERY = 10_000;

  private final DataSource dataSource;

  /** Writes through one connection of its own. */
  public BookRestore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Whether nothing was ever recorded or sealed here. */
  public boolean isEmpty() {
    try (Connection connection = dataSource.getConnection()) {
      return isEmpty(connection);
    } catch (SQLException e) {
      throw new SealException("The book could not be read.", e);
    }
  }

  /**
   * Restores a book. Whatever ended an earlier try, it can be begun again: a book that holds these
   * events already and waits to be sealed stays as it is.
   *
   * @param lines {@code events.jsonl} of a package of everything
   * @param size how many events there must be
   * @param root what they must lead to
   * @param progress told now and then how many events are there
   * @throws RestoreRefusedException if the book is not empty, or the events are not those; nothing
   *     is kept then
   */
  public void restore(InputStream lines, long size, Hash root, LongConsumer progress)
      throws IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (holdsAlready(connection, size, root)) {
          progress.accept(size);
          return;
        }
        Hash restored = copy(connection, new EventLines(lines), size, progress);
        if (!restored.equals(root)) {
          throw new RestoreRefusedException(
              Code.ROOT_DIFFERS, "The events lead to " + restored + " and not to " + root + ".");
        }
        connection.commit();
      } catch (IOException | SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new SealException("The book could not be restored.", e);
    }
  }

  /**
   * Whether an earlier try ended between the events and the seal.
   *
   * @throws RestoreRefusedException if the book is not empty and holds something else
   */
  private static boolean holdsAlready(Connection connection, long size, Hash root)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select ledger.lock_lane()");
    }
    if (isEmpty(connection)) {
      return false;
    }
    if (SealedTree.read(connection).size() < size
        && BookEnd.of(connection) == size
        && root(connection, size).equals(root)) {
      return true;
    }
    throw new RestoreRefusedException(
        Code.LEDGER_NOT_EMPTY, "Something was recorded in this ledger before.");
  }

  private static Hash root(Connection connection, long size) throws SQLException {
    Frontier tree = new Frontier();
    new BookLeaves(connection)
        .read(0, size, (leaf, length) -> tree.append(leaf, length, (tile, hashes) -> {}));
    return tree.root();
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(IS_EMPTY)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static Hash copy(
      Connection connection, EventLines lines, long size, LongConsumer progress)
      throws SQLException, IOException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      Frontier tree = new Frontier();
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER).put(BinaryFormat.header());
      for (EventLeaf event = lines.next(0); event != null; event = lines.next(tree.size())) {
        byte[] leaf = event.encoded();
        buffer = withRoom(copy, buffer, 14 + leaf.length);
        buffer.putShort(COLUMNS).putInt(Long.BYTES).putLong(tree.size());
        // Fields of a leaf are written as binary COPY wants its columns, and in this order.
        buffer.put(leaf, LEAF_START, leaf.length - LEAF_START);
        tree.append(leaf, leaf.length, (tile, hashes) -> {});
        if (tree.size() % REPORT_EVERY == 0) {
          progress.accept(tree.size());
        }
      }
      if (tree.size() != size) {
        throw new RestoreRefusedException(
            Code.EVENT_UNREADABLE, tree.size() + " events instead of " + size + ".");
      }
      buffer = withRoom(copy, buffer, Short.BYTES).putShort(BinaryFormat.END);
      send(copy, buffer);
      copy.endCopy();
      progress.accept(size);
      return tree.root();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** The buffer, or a larger one, with so many free bytes; what was in it has been sent then. */
  private static ByteBuffer withRoom(CopyIn copy, ByteBuffer buffer, int bytes)
      throws SQLException {
    if (buffer.remaining() >= bytes) {
      return buffer;
    }
    send(copy, buffer);
    return bytes <= buffer.capacity() ? buffer : ByteBuffer.allocate(bytes);
  }

  private static void send(CopyIn copy, ByteBuffer buffer) throws SQLException {
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes).clear();
    copy.writeToCopy(bytes, 0, bytes.length);
  }
}
