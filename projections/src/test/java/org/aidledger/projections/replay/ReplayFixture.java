package org.aidledger.projections.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.Spans;
import org.aidledger.projections.TestDatabase;
import org.aidledger.projections.history.History;
import org.aidledger.projections.history.ListSource;
import org.aidledger.projections.writing.LedgerProjection;
import org.junit.jupiter.api.BeforeAll;

/** A history applied to the live copy, and replays of it. */
abstract class ReplayFixture {

  static final LedgerProjection PROJECTION = new LedgerProjection(new Spans(List.of(6, 8, 10)));
  static final History HISTORY = History.of(7, 400);

  final DataSource dataSource = TestDatabase.shared();

  @BeforeAll
  static void applyHistory() throws SQLException {
    TestDatabase.apply(TestDatabase.empty(), PROJECTION, ReadSchema.LIVE, HISTORY.events(), 1_000);
  }

  ReplayReport replay(boolean repair) throws SQLException {
    ReplayRun run =
        new Replay(dataSource, PROJECTION, Duration.ZERO)
            .start(new ListSource(HISTORY.events()), repair, Runnable::run);
    ReplayProgress progress = run.progress();
    assertThat(progress.failure()).isNull();
    ReplayReport report = progress.report();
    if (report == null) {
      throw new AssertionError("no report");
    }
    return report;
  }

  void change(String sql) throws SQLException {
    TestDatabase.execute(dataSource, sql);
  }
}
