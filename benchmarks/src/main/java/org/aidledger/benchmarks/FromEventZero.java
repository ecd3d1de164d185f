package org.aidledger.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.replay.ReplayProgress;

/**
 * Every read model from event zero, against what PostgreSQL takes to copy the finished rows into
 * tables with the same indexes.
 */
final class FromEventZero implements Scenario {

  private static final int DONATIONS = 1_040_000;

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public Result run(Run run) throws Exception {
    try (BenchLedger ledger = run.startLedger(name())) {
      FundId fund = ledger.openFund("CITY");
      int donations = run.size(DONATIONS);
      // The live read models are written by the same code, which warms it up.
      History.record(ledger, fund, 0, donations);
      double catchUp = ledger.catchUp();
      try (MemoryPeaks memory = new MemoryPeaks()) {
        ReplayProgress replay = Replays.run(ledger);
        MemoryPeaks.Peaks peaks = memory.peaks();
        TieOut.check(
            ledger,
            Map.of(fund, new TieOut.Received(donations, Donations.fen(0, donations))),
            replay);
        RawPostgres.Copy copy = copy(run, ledger);
        double seconds = (double) replay.events() / replay.eventsPerSecond();
        Figure figure = new Figure(seconds, "s", copy.seconds(), Floor.ratioAtMost(2.5));
        return Result.of(name(), figure, replay.events())
            .with(peaks)
            .withSetting("donations", donations)
            .withExtra("eventsPerSecond", replay.eventsPerSecond())
            .withExtra("rawRows", copy.rows())
            .withExtra("catchUpSeconds", catchUp)
            .withExtra("bytesPerDonation", bytes(ledger, donations));
      }
    }
  }

  private static RawPostgres.Copy copy(Run run, BenchLedger ledger)
      throws SQLException, IOException {
    try (RawPostgres raw = new RawPostgres(ledger.connect(), run.work())) {
      return raw.copySchema("live");
    }
  }

  private static Map<String, Object> bytes(BenchLedger ledger, int donations) throws SQLException {
    try (Connection connection = ledger.connect()) {
      return DatabaseBytes.perDonation(connection, donations);
    }
  }
}
