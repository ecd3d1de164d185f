package org.aidledger.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.core.fund.FundId;

/** Single donations into one fund, in process, with more and more of them in flight. */
final class Singles implements Scenario {

  private static final int WARM_UP = 10_000;
  private static final int WARM_UP_IN_FLIGHT = 64;
  private static final int WARM_UP_CROWD = 1_024;
  private static final int RAW_COMMITS = 4_000;
  private static final String UNIT = "donations/s";

  /** The point whose figures stand at the top of the result. */
  private static final int HEADLINE = 64;

  private record Load(int inFlight, int donations, Floor floor) {}

  private static final List<Load> LOADS =
      List.of(
          new Load(1, 8_000, Floor.ratioAtLeast(0.3)),
          new Load(16, 40_000, Floor.none()),
          new Load(64, 80_000, Floor.ratioAtLeast(3)),
          new Load(256, 120_000, Floor.none()),
          new Load(1_024, 160_000, Floor.ratioAtLeast(5)));

  @Override
  public String name() {
    return "singles";
  }

  @Override
  public Result run(Run run) throws Exception {
    try (BenchLedger ledger = run.startLedger(name());
        MemoryPeaks memory = new MemoryPeaks()) {
      FundId fund = ledger.openFund("HOT");
      DonationDesk desk = ledger.bean(DonationDesk.class);
      InFlight.Order order = n -> ledger.record(desk, fund, n);
      int sent =
          WarmUp.run(
              run,
              0,
              WARM_UP,
              (from, to) -> {
                int crowd = from + WARM_UP / 2;
                int alone = to - WARM_UP / 10;
                InFlight.send(WARM_UP_IN_FLIGHT, from, crowd, order);
                InFlight.send(WARM_UP_CROWD, crowd, alone, order);
                InFlight.send(1, alone, to, order);
              });
      ledger.catchUp();
      List<Result> points = new ArrayList<>();
      double rawBefore = raw(ledger, run);
      for (Load load : LOADS) {
        int from = sent;
        int to = from + run.size(load.donations);
        sent = to;
        ServerCores server = ServerCores.of(ledger);
        long wal = Wal.bytes(ledger);
        InFlight.Outcome outcome =
            run.profiled(
                "singles@" + load.inFlight, () -> InFlight.send(load.inFlight, from, to, order));
        double micros = server.microsEach(to - from);
        long walBytes = (Wal.bytes(ledger) - wal) / (to - from);
        double catchUp = ledger.catchUp();
        double rawAfter = raw(ledger, run);
        points.add(
            point(load, outcome, (rawBefore + rawAfter) / 2, catchUp, memory.peaks())
                .withExtra("postgresCpuMicros", micros)
                .withExtra("walBytes", walBytes));
        rawBefore = rawAfter;
      }
      TieOut.check(ledger, Map.of(fund, new TieOut.Received(sent, Donations.fen(0, sent))));
      return headline(points).with(memory.peaks()).withPoints(points);
    }
  }

  private static double raw(BenchLedger ledger, Run run) throws SQLException {
    try (RawPostgres raw = new RawPostgres(ledger.connect(), run.work())) {
      return raw.singleCommits("DonationReceived", run.size(RAW_COMMITS));
    }
  }

  private static Result point(
      Load load,
      InFlight.Outcome outcome,
      double rawCommits,
      double catchUp,
      MemoryPeaks.Peaks peaks) {
    Figure figure = new Figure(outcome.perSecond(), UNIT, rawCommits, load.floor);
    // A donation that comes alone is two events: the fund's control total and its own.
    return Result.of("singles@" + load.inFlight, figure, 2L * outcome.orders())
        .with(Latency.of(outcome.times()))
        .with(peaks)
        .withSetting("inFlight", load.inFlight)
        .withSetting("donations", outcome.orders())
        .withExtra("catchUpSeconds", catchUp)
        .withExtra("javaCpuMicros", outcome.cpuMicros(outcome.orders()));
  }

  private static Result headline(List<Result> points) {
    Result chosen =
        points.stream()
            .filter(point -> point.settings().containsValue(HEADLINE))
            .findFirst()
            .orElseThrow();
    return Result.of("singles", chosen.figure(), chosen.events())
        .with(chosen.latency())
        .withSetting("inFlight", HEADLINE);
  }
}
