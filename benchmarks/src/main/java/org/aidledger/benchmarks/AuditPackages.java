package org.aidledger.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Audit packages of a tenth of a book and of all of it: what it takes to make them, and what it
 * takes to check them. The book is recorded and sealed once for both.
 */
final class AuditPackages implements Session {

  private static final int DONATIONS = 1_000_000;
  private static final int TENTH = 10;

  private final int donations;

  AuditPackages() {
    this(DONATIONS);
  }

  AuditPackages(int donations) {
    this.donations = donations;
  }

  @Override
  public List<String> names() {
    return List.of(Verification.NAME, Export.NAME);
  }

  @Override
  public List<Result> run(Run run, List<String> names) throws Exception {
    Path small = run.work().resolve("small.zip");
    Path large = run.work().resolve("large.zip");
    List<Result> results = new ArrayList<>();
    VerifiedPackage few;
    VerifiedPackage all;
    try (BenchLedger ledger = BenchLedger.start(run.dataFolder("sealed"), SealedHistory.OPTIONS)) {
      run.note(ledger);
      SealedHistory history = new SealedHistory(ledger);
      Export export = new Export(run, ledger, history);
      long events = history.growTo(run.size(donations) / TENTH);
      if (names.contains(Export.NAME)) {
        export.lookAtTenth();
      }
      few = new VerifiedPackage(history.fetch(history.makePackage(), small), events);
      events = history.growTo(run.size(donations));
      if (names.contains(Export.NAME)) {
        results.add(export.measure(events));
      }
      all = new VerifiedPackage(history.fetch(history.makePackage(), large), events);
      history.check();
    }
    var _ = all.verify();
    // The ledger has ended: both passes have the processors to themselves.
    if (names.contains(Verification.NAME)) {
      results.addFirst(Verification.measure(run, few, all));
    }
    Files.delete(small);
    Files.delete(large);
    return results;
  }
}
