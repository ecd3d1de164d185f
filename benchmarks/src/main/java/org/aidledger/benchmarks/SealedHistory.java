package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.api.auditpackage.PackageDesk;
import org.aidledger.api.auditpackage.PackageStatus;
import org.aidledger.core.fund.FundId;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.store.seal.Sealer;
import org.aidledger.store.seal.Witnesses;

/** A book of donations that is sealed to its end, and audit packages of all of it. */
final class SealedHistory {

  /** The application's own sealer does not come to its first look, and one package is kept. */
  static final String[] OPTIONS = {
    "--ledger.evidence.pause=24h", "--ledger.evidence.packages.max-total=1B"
  };

  private static final long LOOK_MILLIS = 2;

  private final BenchLedger ledger;
  private final FundId fund;
  private int donations;

  SealedHistory(BenchLedger ledger) {
    this.ledger = ledger;
    this.fund = ledger.openFund("SEALED");
  }

  /** Records until the book has so many donations, and seals it; how many events it has. */
  long growTo(int all) throws SQLException, InterruptedException {
    var _ = History.record(ledger, fund, donations, all);
    donations = all;
    ledger.catchUp();
    new Sealer(
            ledger.bean(DataSource.class),
            ledger.bean(NoteSigner.class),
            ledger.bean(Witnesses.class))
        .sealAll();
    return ledger.head() + 1;
  }

  /** Makes a package of everything, as an auditor asks for it. */
  UUID makePackage() throws InterruptedException {
    PackageDesk desk = ledger.bean(PackageDesk.class);
    UUID id = desk.order(null, null, null, false, BenchLedger.CLERK).packageId();
    while (true) {
      PackageStatus.State state = desk.find(id).orElseThrow().state();
      if (state == PackageStatus.State.READY) {
        return id;
      }
      if (state == PackageStatus.State.FAILED) {
        throw new IllegalStateException("the audit package could not be made");
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Writes the finished package in clear to a file, and gives that. */
  Path fetch(UUID id, Path file) throws IOException {
    try (var content = ledger.bean(PackageDesk.class).open(id)) {
      Files.copy(content, file);
    }
    return file;
  }

  void check() throws Exception {
    TieOut.check(ledger, Map.of(fund, new TieOut.Received(donations, Donations.fen(0, donations))));
  }
}
