package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.aidledger.store.postgres.EmbeddedDatabase;

/**
 * Writes into a stopped book what a million single donations would have written.
 *
 * <p>Why that is the same: a single donation is one {@code DonationsPosted} of the fund and one
 * {@code DonationReceived} of its own stream, and both follow from its number alone. The rows are
 * made from those of a donation that the application recorded itself, and the maker is checked
 * against all the others that it recorded: given their numbers, it must make the very same rows.
 * The snapshot is the application's own with later figures, and older than the one that it would
 * have by then. Only recorded times are all alike, which the book allows, and the read models are
 * told that they are up to date, since loading a fund does not look at them.
 */
final class MillionDonations {

  static final int MANY = 1_000_000;

  /** The application makes a snapshot every 200 events; this one is a little late. */
  static final int AFTER_SNAPSHOT = 220;

  /** Each {@code offset 0} keeps PostgreSQL from computing a hash anew for every use of it. */
  @SuppressWarnings("InlineFormatString") // Too long to stand where it is used.
  private static final String MAKER =
      """
      create temp view made as
      select n, s.number, s.stream_id, s.stream_type, s.type, s.revision, s.payload, s.metadata, k
      from (select n, encode(set_byte(set_byte(hash, 6, get_byte(hash, 6) & 15 | 128),
                                      8, get_byte(hash, 8) & 63 | 128), 'hex')::uuid donation
            from (select n, substring(sha256(int4send(15) || 'SourceReference'
                         || int4send(7) || 'default' || int4send(4) || 'CASH'
                         || int4send(length('HOT-' || n)) || convert_to('HOT-' || n, 'UTF8'))
                         for 16) hash
                  from generate_series(1, %1$d) n offset 0) h offset 0) d
      cross join posted p cross join received r
      cross join lateral (values
        (0, n::bigint, p.stream_id, p.stream_type, p.type, p.revision, p.metadata,
          replace(replace(p.payload, '"firstEntryNumber":1,', '"firstEntryNumber":' || n || ','),
            p.digest, encode(sha256(donation::text::bytea), 'hex'))),
        (1, 0, donation, r.stream_type, r.type, r.revision, r.metadata,
          replace(replace(replace(r.payload, '"HOT-1"', '"HOT-' || n || '"'),
            r.stream_id::text, donation::text), '"entryNumber":1}', '"entryNumber":' || n || '}'))
        ) s (k, number, stream_id, stream_type, type, revision, metadata, payload)
      """;

  private static final String COLUMNS =
      "stream_id, sequence, stream_type, type, revision, payload, metadata";

  private final Connection connection;
  private final String fundId;

  private MillionDonations(Connection connection, String fundId) {
    this.connection = connection;
    this.fundId = fundId;
  }

  /**
   * Fills up the fund's donations to a million.
   *
   * @param data of an application that is stopped
   * @param fundId a fund with references HOT-1, HOT-2, … in cash and nothing else
   * @param recorded how many of them are there
   */
  static void write(Path data, String fundId, int recorded) throws IOException, SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data, RunningLedger.databaseOptions());
        Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      new MillionDonations(connection, fundId).write(recorded);
    }
  }

  private void write(int recorded) throws SQLException {
    run(
        "set synchronous_commit = off; set maintenance_work_mem = '256MB'; set jit = off;"
            + " create temp table posted as select *, payload::json->>'digest' digest from ledger.event where type ="
            + " 'DonationsPosted' and stream_id = '%1$s' and sequence = 1;".formatted(fundId)
            + " create temp table received as select * from ledger.event where type ="
            + " 'DonationReceived' and payload::json->>'reference' = 'HOT-1'");
    run(MAKER.formatted(MANY));
    check(recorded);
    long head = number("select max(position) from ledger.event");
    // Building the indexes at the end is several times faster; both are there again afterwards.
    run("alter table ledger.event drop constraint event_stream_sequence");
    run(
        "insert into ledger.event (position, recorded_at, event_id, %1$s)".formatted(COLUMNS)
            + " select %d + 2 * (n - %d) - 1 + k, (select recorded_at from ledger.event where"
                .formatted(head, recorded)
            + " position = %d), gen_random_uuid(), stream_id, number, stream_type, type, revision,"
                .formatted(head)
            + " payload, metadata from made where n > %d".formatted(recorded));
    run(
        "alter table ledger.event add constraint event_stream_sequence unique (stream_id,"
            + " sequence); analyze ledger.event");
    moveSnapshot();
    long end = head + 2L * (MANY - recorded);
    assertThat(number("select max(position) from ledger.event")).isEqualTo(end);
    run(
        "update live.projection set position = %1$d; update ledger.tokenentry set token ="
                .formatted(end)
            + " convert_to('{\"globalIndex\":%1$d}', 'UTF8')".formatted(end));
  }

  /** The maker must make what the application made. */
  private void check(int recorded) throws SQLException {
    String real =
        "select %1$s from ledger.event where (stream_id = '%2$s' and sequence > 0) or"
                .formatted(COLUMNS, fundId)
            + " (type = 'DonationReceived' and payload like '%\"HOT-%')";
    String made =
        "select %s from made where n <= %d"
            .formatted(COLUMNS.replace("sequence", "number"), recorded);
    assertThat(number("select count(*) from (%s) r".formatted(real))).isEqualTo(2L * recorded);
    assertThat(number("select count(*) from (%s except %s) d".formatted(real, made))).isZero();
    assertThat(number("select count(*) from (%s except %s) d".formatted(made, real))).isZero();
  }

  private void moveSnapshot() throws SQLException {
    int at = MANY - AFTER_SNAPSHOT;
    String sql =
        """
        update ledger.snapshot s set sequence = e.sequence, event_id = e.event_id,
          recorded_at = e.recorded_at, payload = replace(replace(s.payload,
            '"available":' || s.sequence * 100 || ',', '"available":' || e.sequence * 100 || ','),
            '"lastEntryNumber":' || s.sequence || ',', '"lastEntryNumber":' || e.sequence || ',')
        from ledger.event e
        where s.stream_id = ?::uuid and e.stream_id = s.stream_id and e.sequence = ?
        returning s.payload""";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, fundId);
      statement.setInt(2, at);
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).as("the application made a snapshot").isTrue();
        assertThat(row.getString(1))
            .contains("\"available\":" + at * 100L + ",")
            .contains("\"lastEntryNumber\":" + at + ",");
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
