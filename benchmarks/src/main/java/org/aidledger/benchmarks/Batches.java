package org.aidledger.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.aidledger.api.admission.Admission;
import org.aidledger.core.fund.FundId;

/** Donations in batches of 1,000 into one fund, with the read models and without them. */
final class Batches implements Scenario {

  private static final int WARM_UP = 30_000;
  private static final int DONATIONS = 400_000;

  @Override
  public String name() {
    return "batches";
  }

  @Override
  public Result run(Run run) throws Exception {
    try (BenchLedger ledger = run.startLedger(name());
        MemoryPeaks memory = new MemoryPeaks()) {
      FundId fund = ledger.openFund("HOT");
      int warm =
          WarmUp.run(
              run, 0, run.size(WARM_UP), (from, to) -> History.record(ledger, fund, from, to));
      ledger.catchUp();
      int half = warm + run.size(DONATIONS);
      Result with =
          measure(run, ledger, fund, warm, half, Floor.ratioAtLeast(0.2)).with(memory.peaks());
      ledger.stopReadModels();
      int end = half + run.size(DONATIONS);
      Result without =
          measure(run, ledger, fund, half, end, Floor.ratioAtLeast(0.3))
              .with(memory.peaks())
              .withSetting("readModels", false);
      TieOut.check(ledger, Map.of(fund, new TieOut.Received(end, Donations.fen(0, end))));
      return with.withPoints(List.of(without)).withExtra("bytesPerDonation", bytes(ledger, end));
    }
  }

  private static Result measure(
      Run run, BenchLedger ledger, FundId fund, int from, int to, Floor floor) throws Exception {
    long head = ledger.head();
    ServerCores server = ServerCores.of(ledger);
    InFlight.Outcome outcome = History.record(ledger, fund, from, to);
    double serverMicros = server.microsEach(to - from);
    long events = ledger.head() - head;
    boolean readModels = ledger.readModelsRun();
    if (!readModels) {
      ledger.startReadModels();
    }
    double catchUp = ledger.catchUp();
    RawPostgres.Copy copy = copy(run, ledger, head);
    int donations = to - from;
    Figure figure =
        new Figure(donations / outcome.seconds(), "donations/s", donations / copy.seconds(), floor);
    return Result.of(readModels ? "batches" : "batches-unread", figure, events)
        .with(Latency.of(outcome.times()))
        .withSetting("inFlight", History.IN_FLIGHT)
        .withSetting("batch", History.BATCH)
        .withSetting("donations", donations)
        .withExtra("catchUpSeconds", catchUp)
        .withExtra("bound", ledger.bean(Admission.class).bound())
        .withExtra("turnedAway", ledger.bean(Admission.class).turnedAway())
        .withExtra("javaCpuMicros", outcome.cpuMicros(donations))
        .withExtra("postgresCpuMicros", serverMicros)
        .withExtra("rawEventsPerSecond", copy.rowsPerSecond())
        .withExtra("rawBytesPerEvent", copy.bytes() / copy.rows());
  }

  private static RawPostgres.Copy copy(Run run, BenchLedger ledger, long after)
      throws SQLException, IOException {
    try (RawPostgres raw = new RawPostgres(ledger.connect(), run.work())) {
      return raw.copyEvents(after);
    }
  }

  private static Map<String, Object> bytes(BenchLedger ledger, int donations) throws SQLException {
    try (Connection connection = ledger.connect()) {
      return DatabaseBytes.perDonation(connection, donations);
    }
  }
}
