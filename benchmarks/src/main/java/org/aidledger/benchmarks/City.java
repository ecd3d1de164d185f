package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.aidledger.api.person.DonorDraft;
import org.aidledger.api.person.People;
import org.aidledger.core.fund.FundId;
import org.aidledger.store.subject.Found;

/**
 * A whole city gives to one fund on one day: its roster goes through the import as every roster
 * does, after one of a tenth that warms the application up and shows how much memory it needs.
 */
final class City implements Scenario {

  private static final int LINES = 1_040_000;
  private static final int FEW_LINES = 100_000;
  private static final int FEW_FROM = 20_000_000;

  private static final int LOOKS = 4;
  private static final int SAMPLE = 200;
  private static final long GIBIBYTE_IN_MB = 1_024;
  private static final String UNIT = "lines/s";

  @Override
  public String name() {
    return "city";
  }

  @Override
  public Result run(Run run) throws Exception {
    Roster few = new Roster(FEW_FROM, run.size(FEW_LINES));
    Roster all = new Roster(0, run.size(LINES));
    try (BenchLedger ledger = run.startLedger(name());
        RosterImport imports = new RosterImport(ledger)) {
      FundId small = ledger.openFund("SMALL");
      FundId fund = ledger.openFund("CITY");
      Path file = few.write(run.work().resolve("few.csv"));
      RosterImport.Imported before = imports.run(small, few, file, new LiveHeap(LOOKS));
      ledger.catchUp();
      Files.delete(file);
      Path roster = all.write(run.work().resolve("city.csv"));
      try (MemoryPeaks memory = new MemoryPeaks()) {
        long head = ledger.head();
        Cores cores = new Cores();
        RosterImport.Imported done =
            run.profiled("city", () -> imports.run(fund, all, roster, new LiveHeap(LOOKS)));
        double micros = cores.microsEach(all.lines());
        double catchUp = ledger.catchUp();
        MemoryPeaks.Peaks peaks = memory.peaks();
        Files.delete(roster);
        RawPostgres.Copy copy = copy(run, ledger, head);
        checkUnits(ledger, fund, all);
        checkPeople(ledger, fund, all);
        TieOut.check(ledger, Map.of(small, few.sum(), fund, all.sum()));
        return result(all, done, copy, peaks)
            .withPoints(points(all, done, before, catchUp, peaks))
            .withExtra("liveHeapMbFewLines", before.liveHeapMb())
            .withExtra("liveHeapMb", done.liveHeapMb())
            .withExtra("ledgerCpuMicros", micros)
            .withExtra("catchUpSeconds", catchUp)
            .withExtra("checkSeconds", done.checkSeconds())
            .withExtra("postSeconds", done.postSeconds());
      }
    }
  }

  private static Result result(
      Roster roster, RosterImport.Imported done, RawPostgres.Copy copy, MemoryPeaks.Peaks peaks) {
    Figure figure =
        new Figure(
            roster.lines() / done.postSeconds(),
            UNIT,
            roster.lines() / copy.seconds(),
            Floor.ratioAtLeast(0.125));
    return Result.of("city", figure, copy.rows())
        .with(peaks)
        .withSetting("lines", roster.lines())
        .withSetting("units", Donations.UNITS)
        .withExtra("rawEventsPerSecond", copy.rowsPerSecond())
        .withExtra("rawBytesPerEvent", copy.bytes() / copy.rows());
  }

  private static List<Result> points(
      Roster roster,
      RosterImport.Imported done,
      RosterImport.Imported before,
      double catchUp,
      MemoryPeaks.Peaks peaks) {
    int lines = roster.lines();
    double post = done.postSeconds();
    return List.of(
        Result.of(
            "city-check", new Figure(lines / done.checkSeconds(), UNIT, null, Floor.none()), 0),
        Result.of(
            "city-read", new Figure(post + catchUp, "s", post, Floor.ratioAtMost(1.5)), lines),
        Result.of(
            "city-flat",
            new Figure(
                done.liveHeapMb(),
                "MB live",
                (double) before.liveHeapMb(),
                Floor.ratioAtMost(1.25)),
            lines),
        Result.of(
            "city-heap",
            new Figure(
                Objects.requireNonNull(peaks.heapMb()),
                "MB heap",
                null,
                Floor.figureAtMost(GIBIBYTE_IN_MB)),
            lines));
  }

  private static RawPostgres.Copy copy(Run run, BenchLedger ledger, long after)
      throws SQLException, IOException {
    try (RawPostgres raw = new RawPostgres(ledger.connect(), run.work())) {
      return raw.copyEvents(after);
    }
  }

  /** What each unit gave, to the fen. */
  private static void checkUnits(BenchLedger ledger, FundId fund, Roster roster)
      throws SQLException, TieOutException {
    Map<String, Roster.Sum> found = new TreeMap<>();
    try (Connection connection = ledger.connect()) {
      Sql.map(
          connection,
          "select donor_organisation, count(*), sum(amount) from live.donation where fund_id = '"
              + fund
              + "' group by 1",
          row -> found.put(row.getString(1), new Roster.Sum(row.getLong(2), row.getLong(3))));
    }
    List<String> findings = new ArrayList<>();
    roster
        .units()
        .forEach(
            (unit, sum) -> {
              if (!sum.equals(found.get(unit))) {
                findings.add(unit + ": sent " + sum + ", found " + found.get(unit));
              }
            });
    if (!findings.isEmpty()) {
      throw new TieOutException(findings);
    }
    TieOut.require("units", roster.units().size(), found.size());
  }

  /** Some people, found by their staff numbers: each gave once, what the roster says. */
  private static void checkPeople(BenchLedger ledger, FundId fund, Roster roster)
      throws SQLException, TieOutException {
    People people = ledger.bean(People.class);
    int step = Math.max(1, roster.lines() / SAMPLE);
    try (Connection connection = ledger.connect();
        PreparedStatement given =
            connection.prepareStatement(
                "select count(*), sum(amount) from live.donation where fund_id = ?::uuid"
                    + " and donor_subject = ?")) {
      for (int number = roster.from(); number < roster.from() + roster.lines(); number += step) {
        List<Found> found =
            people.search(
                new DonorDraft(
                    null, null, Roster.unit(number), false, Roster.staffNumber(number), null));
        TieOut.require("people with the staff number of line " + number, 1, found.size());
        given.setString(1, fund.toString());
        given.setObject(2, found.getFirst().subjectId());
        try (ResultSet row = given.executeQuery()) {
          row.next();
          TieOut.require(
              "what line " + number + " gave",
              new Roster.Sum(1, Donations.fen(number)),
              new Roster.Sum(row.getLong(1), row.getLong(2)));
        }
      }
    }
  }
}
