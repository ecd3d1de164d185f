package org.aidledger.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.aidledger.projections.replay.EventSource;
import org.aidledger.projections.replay.Replay;
import org.aidledger.projections.replay.ReplayProgress;
import org.aidledger.projections.replay.ReplayRun;
import org.aidledger.projections.writing.LedgerProjection;

/** Rebuilds every read model from event zero beside the live one and compares row by row. */
final class Replays {

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private Replays() {}

  /** Runs one to its end. */
  static ReplayProgress run(BenchLedger ledger) throws SQLException, InterruptedException {
    Replay replay = new Replay(ledger.bean(DataSource.class), ledger.bean(LedgerProjection.class));
    ReplayRun run =
        replay.start(
            ledger.bean(EventSource.class),
            false,
            work -> Thread.ofPlatform().name("replay").start(work));
    if (!run.await(PATIENCE)) {
      throw new IllegalStateException("the replay was not done within " + PATIENCE);
    }
    return run.progress();
  }
}
