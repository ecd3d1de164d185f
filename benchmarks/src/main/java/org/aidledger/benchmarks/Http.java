package org.aidledger.benchmarks;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.aidledger.core.fund.FundId;

/**
 * Single donations over HTTP into one fund, sent by a process of its own over connections that are
 * kept open. Where so many connections send that more of them bring no more donations, four times
 * as many offer four times as much: then some are told to come back, the accepted do not wait much
 * longer, and none is lost.
 */
final class Http implements Scenario {

  private static final int CONNECTIONS = 64;
  private static final int CROWD = 1_024;
  private static final int TIMES_CAPACITY = 4;

  private static final int WARM_UP = 6_000;
  private static final int ALONE = 4_000;
  private static final int DONATIONS = 60_000;
  private static final int LEAST_CROWD = 15_000;
  private static final int OVERLOAD_SECONDS = 20;
  private static final int RAW_COMMITS = 4_000;
  private static final String UNIT = "donations/s";

  @Override
  public String name() {
    return "http";
  }

  @Override
  public Result run(Run run) throws Exception {
    try (BenchLedger ledger = run.startLedger(name());
        MemoryPeaks memory = new MemoryPeaks();
        ClientProcess client = ClientProcess.start(ledger)) {
      Sending sending = new Sending(run, ledger, client, ledger.openFund("HOT"));
      WarmUp.run(
          run, 0, run.size(WARM_UP), (from, to) -> sending.donations(CONNECTIONS, to - from));
      double rawBefore = sending.raw();
      Result alone = sending.alone();
      Cores cores = new Cores();
      ClientLoad.Outcome measured = sending.donations(CONNECTIONS, run.size(DONATIONS));
      double micros = cores.microsEach(measured.accepted());
      ledger.catchUp();
      double raw = (rawBefore + sending.raw()) / 2;
      ClientLoad.Outcome crowd =
          sending.donations(CROWD, Math.max(LEAST_CROWD, run.size(DONATIONS)));
      Result overload = sending.overload(crowd);
      ledger.catchUp();
      TieOut.check(ledger, Map.of(sending.fund, sending.received));
      Result headline =
          point("http", measured, raw, Floor.ratioAtLeast(0.7), CONNECTIONS)
              .withExtra("ledgerCpuMicros", micros);
      return headline
          .with(memory.peaks())
          .withPoints(
              List.of(alone, point("http@" + CROWD, crowd, raw, Floor.none(), CROWD), overload));
    }
  }

  private static Result point(
      String name, ClientLoad.Outcome outcome, double raw, Floor floor, int connections) {
    return Result.of(
            name, new Figure(outcome.perSecond(), UNIT, raw, floor), 2L * outcome.accepted())
        .with(outcome.sinceSent())
        .withSetting("connections", connections)
        .withSetting("donations", outcome.accepted());
  }

  /** What was sent so far, and what must be in the book for it. */
  private static final class Sending {

    private final Run run;
    private final BenchLedger ledger;
    private final ClientProcess client;
    private final FundId fund;
    private final String path;
    private int next;
    private TieOut.Received received = new TieOut.Received(0, 0);

    private Sending(Run run, BenchLedger ledger, ClientProcess client, FundId fund) {
      this.run = run;
      this.ledger = ledger;
      this.client = client;
      this.fund = fund;
      this.path = "/api/v1/funds/" + fund + "/donations";
    }

    private ClientLoad.Outcome donations(int connections, int count) throws Exception {
      int from = next;
      next += count;
      return add(client.send(ClientLoad.donations(path, connections, from, next)));
    }

    private ClientLoad.Outcome add(ClientLoad.Outcome outcome) {
      received = received.plus(new TieOut.Received(outcome.accepted(), outcome.fen()));
      return outcome;
    }

    /** One connection, one donation at a time, on a ledger that has nothing else to do. */
    private Result alone() throws Exception {
      ledger.catchUp();
      ClientLoad.Outcome outcome = donations(1, run.size(ALONE));
      double half = outcome.sinceSent().p50();
      return Result.of(
              "http-idle",
              new Figure(half, "ms (p50)", null, Floor.figureAtMost(5)),
              2L * outcome.accepted())
          .with(outcome.sinceSent())
          .withSetting("connections", 1)
          .withSetting("donations", outcome.accepted());
    }

    private Result overload(ClientLoad.Outcome crowd) throws Exception {
      int connections = TIMES_CAPACITY * CROWD;
      double rate = TIMES_CAPACITY * crowd.perSecond();
      double seconds = Math.max(3, run.size(OVERLOAD_SECONDS));
      int last = next + (int) (rate * seconds);
      // Nobody was turned away yet: what does it is compiled and the bound found before it counts.
      add(crowd(connections, last, rate, seconds / 2));
      ClientLoad.Outcome outcome = crowd(connections, next, rate, seconds);
      add(outcome);
      return Result.of(
              "http-overload",
              new Figure(
                  outcome.sinceSent().p99(),
                  "ms (p99)",
                  crowd.sinceSent().p99(),
                  Floor.ratioAtMost(3)),
              2L * outcome.accepted())
          .with(outcome.sinceSent())
          .withSetting("connections", connections)
          .withSetting("wantedPerSecond", Math.round(rate))
          .withExtra("offeredPerSecond", Math.round(outcome.offeredPerSecond()))
          .withExtra("acceptedPerSecond", Math.round(outcome.perSecond()))
          .withExtra("accepted", outcome.accepted())
          .withExtra("refused429", outcome.refused());
    }

    private ClientLoad.Outcome crowd(int connections, int from, double rate, double seconds)
        throws Exception {
      return client.send(
          ClientLoad.donations(path, connections, from, Integer.MAX_VALUE).at(rate, seconds));
    }

    private double raw() throws SQLException {
      try (RawPostgres raw = new RawPostgres(ledger.connect(), run.work())) {
        return raw.singleCommits("DonationReceived", run.size(RAW_COMMITS));
      }
    }
  }
}
