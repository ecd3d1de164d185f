package org.aidledger.projections.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.Spans;
import org.aidledger.projections.TestDatabase;
import org.aidledger.projections.history.History;
import org.aidledger.projections.writing.LedgerProjection;
import org.junit.jupiter.api.Test;
import org.postgresql.PGStatement;

/** Exchanges the copies again and again while others read and write. */
class TakeOverTest {

  private static final int EXCHANGES = 5;
  private static final History HISTORY = History.of(51, 600);

  private final LedgerProjection projection = new LedgerProjection(new Spans(List.of(6, 8, 10)));
  private final AtomicLong head = new AtomicLong(-1);
  private final AtomicBoolean done = new AtomicBoolean();
  private final AtomicLong reads = new AtomicLong();

  @Test
  void readersAndTheWriterGoOnWhileTheRebuiltCopyTakesOver() throws Exception {
    DataSource dataSource = TestDatabase.empty();
    apply(dataSource, 0, HISTORY.events().size() / 3);
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Future<?> writer = threads.submit(() -> write(dataSource));
      List<Future<?>> readers =
          List.of(threads.submit(() -> read(dataSource)), threads.submit(() -> read(dataSource)));
      try {
        for (int i = 0; i < EXCHANGES; i++) {
          TestDatabase.execute(dataSource, "update live.fund set name = name || '!'");
          ReplayReport report = replay(dataSource);
          assertThat(report.repaired()).isTrue();
          assertThat(report.differences())
              .isNotEmpty()
              .allSatisfy(difference -> assertThat(difference.column()).isEqualTo("name"));
        }
      } finally {
        done.set(true);
      }
      writer.get();
      for (Future<?> reader : readers) {
        reader.get();
      }
    }
    assertThat(reads.get()).isGreaterThan(100);
    assertThat(replay(dataSource).matches()).isTrue();
  }

  /** Statements are prepared on the server at once and kept over all exchanges. */
  private Void read(DataSource dataSource) throws SQLException {
    String sql =
        "select (select position from live.projection), (select count(*) from live.fund), (select max(position) from live.trail)";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.unwrap(PGStatement.class).setPrepareThreshold(1);
      long last = -1;
      while (!done.get()) {
        try (ResultSet rows = query.executeQuery()) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getLong(1)).isGreaterThanOrEqualTo(last);
          assertThat(rows.getLong(2)).isPositive();
          last = rows.getLong(1);
          reads.incrementAndGet();
        }
      }
    }
    return null;
  }

  private Void write(DataSource dataSource) throws SQLException, InterruptedException {
    int from = Math.toIntExact(head.get() + 1);
    while (from < HISTORY.events().size() && !done.get()) {
      int to = Math.min(from + 3, HISTORY.events().size());
      apply(dataSource, from, to);
      from = to;
      Thread.sleep(5);
    }
    return null;
  }

  private void apply(DataSource dataSource, int from, int to) throws SQLException {
    head.set(to - 1L);
    TestDatabase.apply(
        dataSource, projection, ReadSchema.LIVE, HISTORY.events().subList(from, to), 1_000);
  }

  private ReplayReport replay(DataSource dataSource) throws SQLException {
    ReplayProgress progress =
        new Replay(dataSource, projection, Duration.ofMinutes(5))
            .start(new Growing(), true, Runnable::run)
            .progress();
    assertThat(progress.failure()).isNull();
    ReplayReport report = progress.report();
    if (report == null) {
      throw new AssertionError("no report");
    }
    return report;
  }

  /** A book that grows as the writer goes on; events are there before they are applied. */
  private final class Growing implements EventSource {

    @Override
    public Stream<RecordedEvent> from(long position) {
      return HISTORY.events().stream().skip(position).limit(head() - position + 1);
    }

    @Override
    public long head() {
      return head.get();
    }
  }
}
