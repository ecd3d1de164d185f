package org.aidledger.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.ConcurrentHistogram;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.replay.ReplayProgress;
import org.jspecify.annotations.Nullable;

/** A book of one fund that grows in every way there is, and knows what must be in it. */
final class GrowingBook implements AutoCloseable {

  static final int IN_FLIGHT = 64;

  private static final int FIRST_PERSON = 20_000_000;

  private final Run run;
  private final Path data;
  private final FundId fund;
  private final Instant begun = Instant.now();
  private @Nullable Open open;
  private int donations;
  private int payouts;
  private int people = FIRST_PERSON;
  private int rosterCount;
  private TieOut.Received rosters = new TieOut.Received(0, 0);
  private boolean checked;

  /** Begins an empty book in a folder of this name. */
  GrowingBook(Run run, String name) throws IOException, SQLException {
    this.run = run;
    this.data = run.dataFolder(name);
    this.fund = ledger().openFund("LONG");
    run.note(ledger());
  }

  /** A ledger that runs, and those who use it. */
  private record Open(
      BenchLedger ledger, DonationDesk desk, ClientProcess client, RosterImport imports)
      implements AutoCloseable {

    static Open on(Path data) {
      BenchLedger ledger = BenchLedger.start(data);
      try {
        return new Open(
            ledger,
            ledger.bean(DonationDesk.class),
            ClientProcess.start(ledger),
            new RosterImport(ledger));
      } catch (IOException noProcess) {
        throw new UncheckedIOException(noProcess);
      }
    }

    @Override
    public void close() throws IOException {
      imports.close();
      client.close();
      ledger.stop();
    }
  }

  /** Work on the data of a ledger that does not run. */
  @FunctionalInterface
  interface Stopped<R> {
    R on(Path data) throws Exception;
  }

  /** The ledger, which is started if it does not run. */
  BenchLedger ledger() {
    return open().ledger;
  }

  /** Asks and sends from outside; a new one each time that the ledger was started. */
  ClientProcess client() {
    return open().client;
  }

  private Open open() {
    if (open == null) {
      open = Open.on(data);
    }
    return open;
  }

  /** Does something while the ledger is stopped. */
  <R> R whileStopped(Stopped<R> work) throws Exception {
    stop();
    return work.on(data);
  }

  private void stop() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  FundId fund() {
    return fund;
  }

  /** Records in batches until there are so many events. */
  void grow(int events) throws SQLException, InterruptedException {
    int missing = History.missing(ledger(), events);
    if (missing > 0) {
      var _ = batches(missing);
    }
  }

  /** Leaves nothing to be done: what is measured next is the length of the book. */
  void rest() throws SQLException {
    ledger().catchUp();
    ledger().vacuum();
  }

  /** Records one by one, as many in flight as there may be; so many a second. */
  double singles(int count) throws InterruptedException {
    int from = take(count);
    return InFlight.send(IN_FLIGHT, from, donations, this::record).perSecond();
  }

  /** Records in batches; so many donations a second. */
  double batches(int count) throws InterruptedException {
    int from = take(count);
    return count / History.record(ledger(), fund, from, donations).seconds();
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
    checked = false;
    return sent;
  }

  private void record(int number) {
    open().ledger.record(open().desk, fund, number);
  }

  /** Takes the next numbers for donations that another way records; the first of them. */
  int take(int count) {
    int from = donations;
    donations += count;
    checked = false;
    return from;
  }

  /** Imports a roster of people who never gave before, and of days on which nobody else did. */
  RosterImport.Imported roster(int lines)
      throws IOException, InterruptedException, TieOutException {
    Roster roster = Roster.ofOwnDays(people, lines, rosterCount++);
    people += lines;
    Path file = roster.write(run.work().resolve("roster.csv"));
    RosterImport.Imported imported = open().imports.run(fund, roster, file, new LiveHeap(0));
    Files.delete(file);
    rosters = rosters.plus(roster.sum());
    checked = false;
    return imported;
  }

  /** What people ask of all that is in it now. */
  Map<String, List<String>> questions() throws SQLException {
    try (Connection connection = ledger().connect()) {
      Instant last =
          Instant.ofEpochMilli(
              Sql.number(
                  connection,
                  "select recorded_at from ledger.event order by position desc limit 1"));
      return Questions.about(fund, donations, ledger().head(), begun, last);
    }
  }

  /** Asks for payouts, approves and pays them; so many of these orders a second. */
  double payouts(int count) throws InterruptedException {
    int from = payouts;
    payouts += count;
    checked = false;
    ConcurrentHistogram times = new ConcurrentHistogram(3);
    InFlight.Outcome outcome =
        InFlight.send(IN_FLIGHT, from, payouts, n -> Payouts.payout(ledger(), fund, n, times));
    return times.getTotalCount() / outcome.seconds();
  }

  /** Compares all of it with what was sent, and with a replay, unless that was done already. */
  void check() throws SQLException, InterruptedException, TieOutException {
    if (!checked) {
      check(Replays.run(ledger()));
    }
  }

  /** Compares all of it with what was sent, and with a replay. */
  void check(ReplayProgress replay) throws SQLException, TieOutException {
    TieOut.Received recorded = new TieOut.Received(donations, Donations.fen(0, donations));
    TieOut.check(ledger(), Map.of(fund, recorded.plus(rosters)), replay);
    Payouts.checkPaid(ledger(), fund, payouts);
    checked = true;
  }

  @Override
  public void close() throws IOException {
    stop();
    Folders.delete(data);
  }
}
