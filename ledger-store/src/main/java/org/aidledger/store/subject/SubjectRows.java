package org.aidledger.store.subject;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.aidledger.store.event.Prelude;

/** The statements on the tables of the subjects; each works on a whole set. */
final class SubjectRows {

  private static final String INSERT_SUBJECTS =
      "insert into ledger.subject (subject_id, salt) select * from unnest(?, ?)";

  private static final String INSERT_KEYS =
      "insert into ledger.subject_index (kind, subject_id, hmac) select * from unnest(?, ?, ?)";

  private static final String INSERT_WITH_CARE =
      """
      with fresh as (
        insert into ledger.subject (subject_id, salt) select * from unnest(?, ?)
        on conflict do nothing returning subject_id)
      insert into ledger.subject_index (kind, subject_id, hmac)
      select w.* from unnest(?, ?, ?) w (kind, subject_id, hmac) join fresh using (subject_id)
      """;

  // The share lock makes a destruction at the same moment wait, so that no row outlives the salt.
  private static final String INSERT_LINKS =
      """
      insert into ledger.subject_index (kind, subject_id, hmac)
      select w.* from unnest(?, ?, ?) w (kind, subject_id, hmac)
      join ledger.subject s using (subject_id)
      where s.salt is not null and not exists (
        select from ledger.subject_index i
        where ledger.digest_head(i.hmac) = ledger.digest_head(w.hmac)
          and (i.kind, i.hmac, i.subject_id) = (w.kind, w.hmac, w.subject_id))
      for share of s
      """;

  private static final String FIND =
      "select kind, hmac, subject_id, created_at, salt from ledger.find_people(?, ?)"
          + " order by created_at, subject_id";

  private static final String HEADS =
      "select ledger.digest_head(hmac) from ledger.subject_index where kind = any(?)";

  private static final int HEADS_AT_ONCE = 10_000;

  /** Up to here one statement is faster than COPY, which needs more round trips. */
  private static final int MOST_IN_ONE_STATEMENT = 100;

  private final DataSource dataSource;

  SubjectRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Writes new people and new keys of known ones, many at once and few in the prelude. If some may
   * be there already, writing them twice does no harm; otherwise it fails.
   */
  void insert(Connection connection, Prelude prelude, Passengers passengers) throws SQLException {
    List<NewSubject> subjects = passengers.subjects();
    if (passengers.perhapsThere()) {
      addSubjects(prelude, INSERT_WITH_CARE, subjects);
    } else if (subjects.size() > MOST_IN_ONE_STATEMENT) {
      SubjectCopy.send(connection, subjects);
    } else {
      addSubjects(prelude, INSERT_SUBJECTS + "; " + INSERT_KEYS, subjects);
    }
    if (!passengers.links().isEmpty()) {
      prelude.add(
          INSERT_LINKS, (statement, first) -> bindLinks(statement, first, passengers.links()));
    }
  }

  private static void addSubjects(Prelude prelude, String sql, List<NewSubject> subjects) {
    if (subjects.isEmpty()) {
      return;
    }
    List<Link> keys = Link.of(subjects);
    prelude.add(
        sql,
        (statement, first) -> {
          Connection connection = statement.getConnection();
          UUID[] ids = subjects.stream().map(NewSubject::id).toArray(UUID[]::new);
          byte[][] salts = subjects.stream().map(NewSubject::salt).toArray(byte[][]::new);
          statement.setArray(first, connection.createArrayOf("uuid", ids));
          statement.setArray(first + 1, connection.createArrayOf("bytea", salts));
          return bindLinks(statement, first + 2, keys);
        });
  }

  /**
   * Who is in the table under these keys; those whose key was destroyed are left out.
   *
   * @param byKey who has each key, the oldest first
   * @param salts of everybody found, so that nobody need ask for them again
   */
  record Known(Map<IndexKey, List<UUID>> byKey, Map<UUID, byte[]> salts) {}

  Known find(Collection<IndexKey> keys) {
    Known found = new Known(new HashMap<>(), new HashMap<>());
    if (!keys.isEmpty()) {
      query(
          FIND,
          statement -> bindKeys(statement, keys),
          row -> {
            UUID subject = row.getObject(3, UUID.class);
            found.byKey.computeIfAbsent(key(row), key -> new ArrayList<>()).add(subject);
            found.salts.put(subject, row.getBytes(5));
          });
    }
    return found;
  }

  /** The head of every digest by which somebody may be recognised, however many there are. */
  void heads(LongConsumer each) {
    try {
      // Rows come in portions only within a transaction.
      SubjectTransaction.commit(dataSource, connection -> heads(connection, each));
    } catch (SQLException e) {
      throw new SubjectStoreException("The digests could not be read.", e);
    }
  }

  private static void heads(Connection connection, LongConsumer each) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HEADS)) {
      statement.setFetchSize(HEADS_AT_ONCE);
      statement.setArray(
          1,
          connection.createArrayOf(
              "int2",
              Arrays.stream(IndexKind.values())
                  .filter(IndexKind::identifies)
                  .map(IndexKind::number)
                  .toArray(Short[]::new)));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          each.accept(result.getLong(1));
        }
      }
    }
  }

  /** Everybody under these keys, for the eyes of an administrator. */
  List<Found> search(Collection<IndexKey> keys) {
    Map<UUID, Found> found = new LinkedHashMap<>();
    query(
        FIND,
        statement -> bindKeys(statement, keys),
        row -> {
          UUID subject = row.getObject(3, UUID.class);
          Instant createdAt = row.getTimestamp(4).toInstant();
          found
              .computeIfAbsent(
                  subject, id -> new Found(id, createdAt, EnumSet.noneOf(IndexKind.class)))
              .matchedBy()
              .add(IndexKind.of(row.getShort(1)));
        });
    return List.copyOf(found.values());
  }

  /** The salts of those people whose key was not destroyed. */
  Map<UUID, byte[]> salts(Collection<UUID> subjects) {
    Map<UUID, byte[]> salts = new HashMap<>();
    query(
        "select subject_id, salt from ledger.subject where salt is not null and subject_id = any(?)",
        statement ->
            statement.setArray(
                1, statement.getConnection().createArrayOf("uuid", subjects.toArray(UUID[]::new))),
        row -> salts.put(row.getObject(1, UUID.class), row.getBytes(2)));
    return salts;
  }

  boolean destroyed(UUID subject) {
    List<Timestamp> times = new ArrayList<>();
    query(
        "select destroyed_at from ledger.subject where salt is null and subject_id = ?",
        statement -> statement.setObject(1, subject),
        row -> times.add(row.getTimestamp(1)));
    return !times.isEmpty();
  }

  /** Destroys the salt and every digest; leaves a tombstone even if the row never came. */
  void destroy(UUID subject) {
    try {
      SubjectTransaction.commit(dataSource, connection -> destroy(connection, subject));
    } catch (SQLException e) {
      throw new SubjectStoreException("A key could not be destroyed.", e);
    }
  }

  private static void destroy(Connection connection, UUID subject) throws SQLException {
    try (PreparedStatement tombstone =
            connection.prepareStatement(
                """
                insert into ledger.subject as s (subject_id, destroyed_at) values (?, now())
                on conflict (subject_id) do update set salt = null,
                  destroyed_at = coalesce(s.destroyed_at, excluded.destroyed_at)
                """);
        PreparedStatement digests =
            connection.prepareStatement("delete from ledger.subject_index where subject_id = ?")) {
      tombstone.setObject(1, subject);
      tombstone.executeUpdate();
      digests.setObject(1, subject);
      digests.executeUpdate();
    }
  }

  private static void bindKeys(PreparedStatement statement, Collection<IndexKey> keys)
      throws SQLException {
    Connection connection = statement.getConnection();
    Short[] kinds = keys.stream().map(key -> key.kind().number()).toArray(Short[]::new);
    byte[][] hmacs = keys.stream().map(IndexKey::bytes).toArray(byte[][]::new);
    statement.setArray(1, connection.createArrayOf("int2", kinds));
    statement.setArray(2, connection.createArrayOf("bytea", hmacs));
  }

  private static int bindLinks(PreparedStatement statement, int first, List<Link> links)
      throws SQLException {
    Connection connection = statement.getConnection();
    Short[] kinds = links.stream().map(link -> link.key().kind().number()).toArray(Short[]::new);
    UUID[] ids = links.stream().map(Link::subject).toArray(UUID[]::new);
    byte[][] hmacs = links.stream().map(link -> link.key().bytes()).toArray(byte[][]::new);
    statement.setArray(first, connection.createArrayOf("int2", kinds));
    statement.setArray(first + 1, connection.createArrayOf("uuid", ids));
    statement.setArray(first + 2, connection.createArrayOf("bytea", hmacs));
    return first + 3;
  }

  private static IndexKey key(ResultSet row) throws SQLException {
    return IndexKey.of(IndexKind.of(row.getShort(1)), row.getBytes(2));
  }

  private interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private void query(String sql, Binder binder, Reader reader) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(statement);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          reader.read(result);
        }
      }
    } catch (SQLException e) {
      throw new SubjectStoreException("The subjects could not be read.", e);
    }
  }
}
