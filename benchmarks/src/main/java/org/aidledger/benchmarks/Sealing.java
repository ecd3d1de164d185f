package org.aidledger.benchmarks;

import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.aidledger.core.fund.FundId;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.store.seal.SealLoop;
import org.aidledger.store.seal.Sealer;
import org.aidledger.store.seal.Witnesses;

/**
 * What sealing takes from recording: donations in batches into one fund, in rounds with the sealer
 * and without it, one after the other, so that both have the same book and the same weather.
 */
final class Sealing implements Scenario {

  private static final int WARM_UP = 30_000;
  private static final int ROUNDS = 4;
  private static final int ROUNDS_QUICK = 2;
  private static final int DONATIONS = 100_000;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** The application's own sealer does not come to its first look. */
  private static final String NEVER = "--ledger.evidence.pause=24h";

  private final int warmUp;
  private final int donations;

  Sealing() {
    this(WARM_UP, DONATIONS);
  }

  Sealing(int warmUp, int donations) {
    this.warmUp = warmUp;
    this.donations = donations;
  }

  @Override
  public String name() {
    return "sealing";
  }

  @Override
  public Result run(Run run) throws Exception {
    try (BenchLedger ledger = BenchLedger.start(run.dataFolder(name()), NEVER);
        MemoryPeaks memory = new MemoryPeaks()) {
      run.note(ledger);
      return new Rounds(ledger, run).measure(warmUp, run.size(donations)).with(memory.peaks());
    }
  }

  /** One run: its fund, its sealer and how many donations were sent. */
  private static final class Rounds {

    private final BenchLedger ledger;
    private final Run run;
    private final FundId fund;
    private final Sealer sealer;
    private int sent;

    Rounds(BenchLedger ledger, Run run) {
      this.ledger = ledger;
      this.run = run;
      this.fund = ledger.openFund("HOT");
      this.sealer =
          new Sealer(
              ledger.bean(DataSource.class),
              ledger.bean(NoteSigner.class),
              ledger.bean(Witnesses.class));
    }

    Result measure(int warmUp, int donations) throws Exception {
      try (SealLoop _ = new SealLoop(sealer, PAUSE)) {
        sent = WarmUp.run(run, 0, run.size(warmUp), this::record);
      }
      double sealed = 0;
      double unsealed = 0;
      int rounds = run.quick() ? ROUNDS_QUICK : ROUNDS;
      for (int round = 0; round < rounds; round++) {
        try (SealLoop _ = new SealLoop(sealer, PAUSE)) {
          sealed += seconds(donations);
        }
        unsealed += seconds(donations);
      }
      TieOut.check(ledger, Map.of(fund, new TieOut.Received(sent, Donations.fen(0, sent))));
      int all = rounds * donations;
      Figure figure =
          new Figure(all / sealed, "donations/s", all / unsealed, Floor.ratioAtLeast(0.9));
      return Result.of("sealing", figure, 2L * all)
          .withSetting("rounds", rounds)
          .withSetting("pauseSeconds", PAUSE.toSeconds())
          .withSetting("raw", "the same donations, unsealed");
    }

    /**
     * Everything that was there before is sealed and read, so that a round pays for itself alone.
     */
    private double seconds(int donations) throws Exception {
      sealer.sealAll();
      ledger.catchUp();
      int from = sent;
      sent += donations;
      return History.record(ledger, fund, from, sent).seconds();
    }

    private void record(int from, int to) throws InterruptedException {
      History.record(ledger, fund, from, to);
    }
  }
}
