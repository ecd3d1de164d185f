package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.replay.ReplayProgress;

/** A book of one fund that grows in every way there is, and knows what must be in it. */
final class GrowingBook implements AutoCloseable {

  static final int IN_FLIGHT = 64;

  private static final int FIRST_PERSON = 20_000_000;

  private final Run run;
  private final BenchLedger ledger;
  private final RosterImport imports;
  private final FundId fund;
  private final DonationDesk desk;
  private final Instant begun = Instant.now();
  private int donations;
  private int people = FIRST_PERSON;
  private int rosterCount;
  private TieOut.Received rosters = new TieOut.Received(0, 0);

  GrowingBook(Run run, BenchLedger ledger) {
    this.run = run;
    this.ledger = ledger;
    this.imports = new RosterImport(ledger);
    this.fund = ledger.openFund("LONG");
    this.desk = ledger.bean(DonationDesk.class);
  }

  FundId fund() {
    return fund;
  }

  /**
   * Records in batches until there are so many events, and leaves nothing of that to be done: what
   * is measured next is the length of the book.
   */
  void grow(int events) throws SQLException, InterruptedException {
    var _ = batches(History.missing(ledger, events));
    ledger.catchUp();
    ledger.vacuum();
  }

  /** Records one by one, as many in flight as there may be; so many a second. */
  double singles(int count) throws InterruptedException {
    int from = take(count);
    return InFlight.send(IN_FLIGHT, from, donations, this::record).perSecond();
  }

  /** Records in batches; so many donations a second. */
  double batches(int count) throws InterruptedException {
    int from = take(count);
    return count / History.record(ledger, fund, from, donations).seconds();
  }

  /** Records one by one at the pace of others. */
  Pace.Outcome paced(Pace pace) throws InterruptedException {
    Pace.Outcome sent =
        pace.send(
            donations,
            Integer.MAX_VALUE,
            (_, number) -> {
              record(number);
              return true;
            });
    donations += sent.orders();
    return sent;
  }

  private void record(int number) {
    ledger.record(desk, fund, number);
  }

  /** Takes the next numbers for donations that another way records; the first of them. */
  int take(int count) {
    int from = donations;
    donations += count;
    return from;
  }

  /** Imports a roster of people who never gave before, and of days on which nobody else did. */
  RosterImport.Imported roster(int lines)
      throws IOException, InterruptedException, TieOutException {
    Roster roster = Roster.ofOwnDays(people, lines, rosterCount++);
    people += lines;
    Path file = roster.write(run.work().resolve("roster.csv"));
    RosterImport.Imported imported = imports.run(fund, roster, file, new LiveHeap(0));
    Files.delete(file);
    rosters = rosters.plus(roster.sum());
    return imported;
  }

  /** What people ask of all that is in it now. */
  Map<String, List<String>> questions() throws SQLException {
    try (Connection connection = ledger.connect()) {
      Instant last =
          Instant.ofEpochMilli(
              Sql.number(
                  connection,
                  "select recorded_at from ledger.event order by position desc limit 1"));
      return Questions.about(fund, donations, ledger.head(), begun, last);
    }
  }

  /** Compares all of it with what was sent, and with a replay. */
  void check(ReplayProgress replay) throws SQLException, TieOutException {
    TieOut.Received recorded = new TieOut.Received(donations, Donations.fen(0, donations));
    TieOut.check(ledger, Map.of(fund, recorded.plus(rosters)), replay);
  }

  @Override
  public void close() {
    imports.close();
  }
}
