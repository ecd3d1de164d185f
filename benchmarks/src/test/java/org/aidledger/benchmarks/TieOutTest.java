package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import org.aidledger.core.fund.FundId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book that does not hold what was sent is found out. */
class TieOutTest {

  private static final int SENT = 20;

  @TempDir Path work;

  @Test
  void aMissingRowAnAlteredRowAndAnUnsentDonationAreFound() throws Exception {
    // What belongs to the run lies beside its folder.
    Path folder = work.resolve("work");
    Run run = new Run(true, folder, Optional.empty(), Profile.none());
    try (BenchLedger ledger = BenchLedger.start(run.dataFolder("book"));
        Connection connection = ledger.connect()) {
      run.note(ledger);
      FundId fund = ledger.openFund("HOT");
      History.record(ledger, fund, 0, SENT);
      ledger.catchUp();
      var expected = Map.of(fund, new TieOut.Received(SENT, Donations.fen(0, SENT)));
      TieOut.check(ledger, expected);
      Payouts.checkPaid(ledger, fund, 0);
      assertThat(run.settings()).containsEntry("fsync", "on");

      // A line of a roster has a digest for its reference, which may begin like ours.
      Sql.run(
          connection,
          "update live.donation set reference = 'B-iyKGT93IDP_9' where reference = 'B-00000005'");
      assertThat(TieOut.compare(ledger, expected)).isEmpty();

      var another = Map.of(fund, new TieOut.Received(SENT + 1, Donations.fen(0, SENT + 1)));
      assertThat(TieOut.compare(ledger, another)).anyMatch(f -> f.startsWith("events: fund"));

      Sql.run(
          connection,
          "update live.donation set amount = amount + 1 where reference = 'B-00000003'");
      assertThat(TieOut.compare(ledger, expected))
          .anyMatch(f -> f.startsWith("read model of donations"))
          .anyMatch(f -> f.startsWith("donation 3 "));
      assertThatThrownBy(() -> TieOut.check(ledger, expected))
          .isInstanceOf(TieOutException.class)
          .hasMessageContaining("replay: ");

      Sql.run(connection, "delete from live.donation where reference = 'B-00000003'");
      assertThat(TieOut.compare(ledger, expected))
          .anyMatch(f -> f.startsWith("read model of donations"))
          .noneMatch(f -> f.startsWith("events: "));
    }
  }
}
