package org.aidledger.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.core.fund.FundId;

/**
 * Single donations over the funds of 8,100 units (a tenth of them in a quick run), chosen by Zipf's
 * law, against the hot fund with as many in flight. What stands as raw here is the hot fund.
 */
final class Spread implements Scenario {

  private static final int FUNDS = 8_100;
  private static final int OPENED_AT_ONCE = 64;
  private static final int WARM_UP = 10_000;
  private static final String UNIT = "donations/s";

  private record Load(int inFlight, int donations) {}

  /** The first is the headline. */
  private static final List<Load> LOADS = List.of(new Load(64, 80_000), new Load(1_024, 120_000));

  @Override
  public String name() {
    return "spread";
  }

  @Override
  public Result run(Run run) throws Exception {
    try (BenchLedger ledger = run.startLedger(name());
        MemoryPeaks memory = new MemoryPeaks()) {
      return new City(ledger, run).measure(memory);
    }
  }

  /** One run: its funds and how many donations were sent. */
  private static final class City {

    private final BenchLedger ledger;
    private final Run run;
    private final DonationDesk desk;
    private final FundId hot;
    private final List<FundId> funds;
    private final double openingSeconds;
    private final Zipf zipf;
    private final Map<FundId, TieOut.Received> expected = new HashMap<>();
    private int sent;

    City(BenchLedger ledger, Run run) throws InterruptedException {
      this.ledger = ledger;
      this.run = run;
      this.desk = ledger.bean(DonationDesk.class);
      this.hot = ledger.openFund("HOT");
      FundId[] opened = new FundId[run.size(FUNDS)];
      this.zipf = new Zipf(opened.length);
      InFlight.Outcome opening =
          InFlight.send(
              OPENED_AT_ONCE,
              0,
              opened.length,
              n -> opened[n] = ledger.openFund("UNIT-%04d".formatted(n)));
      this.funds = List.of(opened);
      this.openingSeconds = opening.seconds();
    }

    Result measure(MemoryPeaks memory) throws Exception {
      WarmUp.run(
          run,
          0,
          run.size(WARM_UP),
          (from, to) -> {
            hot(OPENED_AT_ONCE, (to - from) / 2);
            spread(OPENED_AT_ONCE, (to - from) / 2);
          });
      ledger.catchUp();
      List<Result> points = new ArrayList<>();
      for (Load load : LOADS) {
        int donations = run.size(load.donations);
        InFlight.Outcome hotFund = hot(load.inFlight, donations);
        ledger.catchUp();
        InFlight.Outcome spread = spread(load.inFlight, donations);
        double catchUp = ledger.catchUp();
        Figure figure =
            new Figure(spread.perSecond(), UNIT, hotFund.perSecond(), Floor.ratioAtLeast(0.2));
        points.add(
            Result.of("spread@" + load.inFlight, figure, 2L * donations)
                .with(Latency.of(spread.times()))
                .with(memory.peaks())
                .withSetting("inFlight", load.inFlight)
                .withSetting("funds", funds.size())
                .withSetting("donations", donations)
                .withSetting("raw", "hot fund, as many in flight")
                .withExtra("catchUpSeconds", catchUp)
                .withExtra("javaCpuMicros", spread.cpuMicros(donations)));
      }
      TieOut.check(ledger, expected);
      return headline(points.getFirst()).with(memory.peaks()).withPoints(points);
    }

    private Result headline(Result first) {
      return Result.of("spread", first.figure(), first.events())
          .with(first.latency())
          .withSetting("inFlight", LOADS.getFirst().inFlight)
          .withSetting("funds", funds.size())
          .withSetting("raw", "hot fund, as many in flight")
          .withExtra("fundsOpenedPerSecond", funds.size() / openingSeconds);
    }

    private InFlight.Outcome hot(int inFlight, int donations) throws InterruptedException {
      int from = sent;
      sent += donations;
      expected.merge(
          hot, new TieOut.Received(donations, Donations.fen(from, sent)), TieOut.Received::plus);
      return InFlight.send(inFlight, from, sent, n -> ledger.record(desk, hot, n));
    }

    private InFlight.Outcome spread(int inFlight, int donations) throws InterruptedException {
      int from = sent;
      sent += donations;
      for (int n = from; n < sent; n++) {
        expected.merge(fund(n), new TieOut.Received(1, Donations.fen(n)), TieOut.Received::plus);
      }
      return InFlight.send(inFlight, from, sent, n -> ledger.record(desk, fund(n), n));
    }

    private FundId fund(int number) {
      return funds.get(zipf.rank(number));
    }
  }
}
