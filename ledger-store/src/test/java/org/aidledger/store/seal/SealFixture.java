package org.aidledger.store.seal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.Frontier;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.Cosigner;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.store.event.TestDatabase;

/** A book of its own for one test, with a key, a witness and whatever events the test wants. */
final class SealFixture implements AutoCloseable {

  static final Cosigner WITNESS = new Cosigner("auditor.example/w1", new byte[32]);

  /** Every character that a text in the book may hold and a careless reader might change. */
  private static final String PAYLOAD =
      "'{\"n\":' || p || ',\"t\":\"\\\\ \\n\\t '' 专项资金 😀\",\"x\":\"'"
          + " || repeat('长', (p % 7)::int * 20) || '\"}'";

  final TestDatabase database = TestDatabase.create();
  final DataSource dataSource = database.plain();
  final Path folder;
  final NoteSigner signer;
  final Witnesses witnesses;
  final SealedBook book;

  SealFixture(Path folder) {
    this.folder = folder;
    signer = SealKey.open(folder.resolve("seal.key"), dataSource);
    witnesses =
        new Witnesses(
            dataSource,
            signer.publicKey(),
            List.of(WITNESS.publicKey()),
            folder.resolve("countersigned.checkpoint"));
    book = new SealedBook(dataSource, witnesses);
  }

  Sealer sealer() {
    return new Sealer(dataSource, signer, witnesses);
  }

  Sealer sealer(int mostEvents, Consumer<SealStep> reached) {
    return new Sealer(dataSource, signer, witnesses, mostEvents, reached);
  }

  /** Appends events, each the first of its stream. */
  void append(int count) {
    database.execute(
        "insert into ledger.event select p, 1790000000000 + p, 0, gen_random_uuid(),"
            + " gen_random_uuid(), 'Donation', 'DonationReceived', (array['1', ''])[1 + p % 2], "
            + PAYLOAD
            + ", '{}' from (select coalesce(max(position), -1) + 1 first from ledger.event) e,"
            + " generate_series(e.first, e.first + "
            + (count - 1)
            + ") p");
  }

  /** What the book holds, read in the plainest way. */
  List<EventLeaf> leaves() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select * from ledger.event order by position");
        ResultSet row = statement.executeQuery()) {
      List<EventLeaf> leaves = new ArrayList<>();
      while (row.next()) {
        leaves.add(
            new EventLeaf(
                row.getObject("event_id", UUID.class),
                row.getString("stream_type"),
                row.getObject("stream_id", UUID.class),
                row.getLong("sequence"),
                row.getLong("recorded_at"),
                row.getString("type"),
                row.getString("revision"),
                row.getString("payload"),
                row.getString("metadata")));
      }
      return leaves;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The root that the book ought to have, without anything stored of the tree. */
  Hash expectedRoot() {
    Frontier frontier = new Frontier();
    for (EventLeaf leaf : leaves()) {
      byte[] bytes = leaf.encoded();
      frontier.append(bytes, bytes.length, (tile, hashes) -> {});
    }
    return frontier.root();
  }

  Checkpoint head() {
    return Checkpoint.of(book.head().orElseThrow());
  }

  /** What somebody with all rights on the database does to a table that refuses changes. */
  void tamper(String table, String sql) {
    database.execute(
        "alter table ledger."
            + table
            + " disable trigger user; "
            + sql
            + "; alter table ledger."
            + table
            + " enable trigger user");
  }

  @Override
  public void close() {
    database.close();
  }
}
