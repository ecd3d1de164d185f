package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.ConcurrentHistogram;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.replay.ReplayProgress;
import org.jspecify.annotations.Nullable;

/** A book of one fund that grows, is measured at each length, and knows what must be in it. */
final class GrowingBook implements AutoCloseable {

  private static final int ROUNDS = 5;
  private static final int ROUNDS_QUICK = 1;
  private static final int IN_FLIGHT = 64;
  private static final int SINGLES = 5_000;
  private static final int BATCHED = 10_000;
  private static final int LINES = 10_000;
  private static final int PAYOUTS = 500;
  private static final int QUESTIONS = 250;
  private static final int FIRST_PERSON = 20_000_000;
  private static final double NO_END = 24 * 3_600;

  private final Run run;
  private final BenchLedger ledger;
  private final ClientProcess client;
  private final RosterImport imports;
  private final FundId fund;
  private final DonationDesk desk;
  private final Instant begun = Instant.now();
  private int donations;
  private int people = FIRST_PERSON;
  private int payouts;
  private TieOut.Received rosters = new TieOut.Received(0, 0);
  private @Nullable ReplayProgress replay;

  GrowingBook(Run run, BenchLedger ledger) throws IOException {
    this.run = run;
    this.ledger = ledger;
    this.client = ClientProcess.start(ledger);
    this.imports = new RosterImport(ledger);
    this.fund = ledger.openFund("LONG");
    this.desk = ledger.bean(DonationDesk.class);
  }

  /**
   * What was reached at one length.
   *
   * @param events how many the book had in the end
   * @param perSecond of each kind, the median of the rounds
   */
  record Length(long events, Map<String, Double> perSecond) {}

  @FunctionalInterface
  private interface Measured {
    double perSecond() throws Exception;
  }

  /**
   * Records in batches until there are so many events, and leaves nothing of that to be done: what
   * is measured next is the length of the book.
   */
  void grow(int events) throws Exception {
    batches(History.missing(ledger, events));
    ledger.catchUp();
    ledger.vacuum();
  }

  Length measure() throws Exception {
    Map<String, List<Double>> rounds = new LinkedHashMap<>();
    int times = run.quick() ? ROUNDS_QUICK : ROUNDS;
    for (int i = 0; i < times; i++) {
      round()
          .forEach((kind, rate) -> rounds.computeIfAbsent(kind, k -> new ArrayList<>()).add(rate));
    }
    Map<String, Double> perSecond = new LinkedHashMap<>();
    rounds.forEach(
        (kind, rates) -> perSecond.put(kind, rates.stream().sorted().toList().get(times / 2)));
    replay = Replays.run(ledger);
    perSecond.put("replay", (double) replay.eventsPerSecond());
    return new Length(ledger.head() + 1, perSecond);
  }

  /** Everything once, one after the other; each finds a ledger at rest. */
  Map<String, Double> round() throws Exception {
    Map<String, Measured> kinds = new LinkedHashMap<>();
    kinds.put("singles", () -> singles(run.size(SINGLES)));
    kinds.put("batches", () -> batches(run.size(BATCHED)));
    kinds.put("http", () -> http(run.size(SINGLES)));
    kinds.put("import", () -> roster(run.size(LINES)));
    kinds.put("payouts", () -> payouts(run.size(PAYOUTS)));
    Questions.about(fund, donations, ledger.head(), begun, Instant.now())
        .forEach((kind, paths) -> kinds.put(kind, () -> questions(paths)));
    Map<String, Double> rates = new LinkedHashMap<>();
    for (Map.Entry<String, Measured> kind : kinds.entrySet()) {
      rates.put(kind.getKey(), kind.getValue().perSecond());
      ledger.catchUp();
    }
    return rates;
  }

  private double singles(int count) throws InterruptedException {
    int from = take(count);
    return InFlight.send(IN_FLIGHT, from, donations, n -> ledger.record(desk, fund, n)).perSecond();
  }

  private double batches(int count) throws InterruptedException {
    int from = take(count);
    return count / History.record(ledger, fund, from, donations).seconds();
  }

  private double http(int count) throws Exception {
    int from = take(count);
    ClientLoad.Outcome outcome =
        client.send(
            ClientLoad.donations(
                "/api/v1/funds/" + fund + "/donations", IN_FLIGHT, from, donations));
    TieOut.require("accepted over HTTP", count, outcome.accepted());
    return outcome.perSecond();
  }

  private double roster(int lines) throws Exception {
    Roster roster = new Roster(people, lines);
    people += lines;
    rosters = rosters.plus(roster.sum());
    Path file = roster.write(run.work().resolve("roster.csv"));
    RosterImport.Imported imported = imports.run(fund, roster, file, new LiveHeap(0));
    Files.delete(file);
    return lines / (imported.checkSeconds() + imported.postSeconds());
  }

  private double payouts(int count) throws InterruptedException {
    int from = payouts;
    payouts += count;
    ConcurrentHistogram times = new ConcurrentHistogram(3);
    InFlight.Outcome outcome =
        InFlight.send(IN_FLIGHT, from, payouts, n -> Payouts.payout(ledger, fund, n, times));
    return times.getTotalCount() / outcome.seconds();
  }

  private double questions(List<String> paths) throws IOException {
    return client.send(ClientLoad.reads(paths, 1, 0, NO_END).first(QUESTIONS)).perSecond();
  }

  /** Takes the next numbers of donations; the first of them, and {@code donations} ends them. */
  private int take(int count) {
    int from = donations;
    donations += count;
    return from;
  }

  /** Compares all of it with what was sent, and with the last replay. */
  void check() throws SQLException, InterruptedException, TieOutException {
    TieOut.Received recorded = new TieOut.Received(donations, Donations.fen(0, donations));
    TieOut.check(
        ledger,
        Map.of(fund, recorded.plus(rosters)),
        replay == null ? Replays.run(ledger) : replay);
    Payouts.checkPaid(ledger, fund, payouts);
  }

  @Override
  public void close() throws IOException {
    imports.close();
    client.close();
  }
}
