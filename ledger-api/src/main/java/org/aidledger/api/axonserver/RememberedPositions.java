package org.aidledger.api.axonserver;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.api.reading.SettledPositions;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells which events were recorded by a time. Events on Axon Server carry the clock of the node
 * that wrote them, so one that was on its way when somebody asked may bear an earlier time. What
 * was answered once is therefore kept, and stays the answer for ever; the order of times and of
 * positions stays the same.
 */
final class RememberedPositions implements SettledPositions {

  /** Any number that nothing else on this database locks: the ASCII of "known at". */
  private static final long LOCK = 0x6b6e_6f77_6e20_6174L;

  private final ServerBook book;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;

  RememberedPositions(
      ServerBook book, DataSource dataSource, TransactionOperations transactions, Clock clock) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/axonserver")
        .schemas("ledger")
        .table("flyway_axonserver")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    this.book = book;
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public long at(Instant time) {
    if (!time.isBefore(clock.instant())) {
      throw new IllegalArgumentException("That time is not over: " + time);
    }
    long millis = time.toEpochMilli();
    Long position = transactions.execute(status -> answer(millis));
    return position == null ? -1 : position;
  }

  private long answer(long millis) {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    long lowest = known(Neighbour.BEFORE, millis).orElse(-1L);
    long highest = known(Neighbour.AFTER, millis).orElse(Long.MAX_VALUE);
    if (lowest == highest) {
      return lowest;
    }
    long recorded = Math.max(-1, book.firstFrom(millis + 1) - 1);
    long position = Math.clamp(recorded, lowest, highest);
    jdbc.sql("insert into ledger.known_at (known_at, position) values (?, ?)")
        .params(millis, position)
        .update();
    return position;
  }

  /** What was answered for this time, or for the nearest on one side of it. */
  private Optional<Long> known(Neighbour side, long millis) {
    return jdbc.sql(side.query).param(millis).query(Long.class).optional();
  }

  private enum Neighbour {
    BEFORE(
        "select position from ledger.known_at where known_at <= ? order by known_at desc limit 1"),
    AFTER("select position from ledger.known_at where known_at >= ? order by known_at limit 1");

    private final String query;

    Neighbour(String query) {
      this.query = query;
    }
  }
}
