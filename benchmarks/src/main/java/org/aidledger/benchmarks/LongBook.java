package org.aidledger.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.core.fund.FundId;

/** A book that grows, is read under three loads, and knows what must be in it. */
final class LongBook {

  private static final int SINGLES = 30_000;
  private static final int IN_FLIGHT = 64;
  private static final int CONNECTIONS = 4;
  private static final int WAVE = 10_000;
  private static final int QUESTIONS = 1_000;
  private static final double BALANCES_PER_SECOND = 50;
  private static final double OTHERS_PER_SECOND = 20;
  private static final int IDLE_SECONDS = 15;
  private static final int HALF_LOAD_SECONDS = 40;
  private static final int LEAST_SECONDS = 2;
  private static final double NO_END = 24 * 3_600;
  private static final int LINES = 1_040_000;
  private static final int FIRST_PERSON = 20_000_000;

  private final Run run;
  private final BenchLedger ledger;
  private final ClientProcess client;
  private final RosterImport imports;
  private final FundId fund;
  private final DonationDesk desk;
  private final Instant begun;
  private boolean warm;
  private int donations;
  private int people = FIRST_PERSON;
  private double singlesPerSecond;
  private TieOut.Received rosters = new TieOut.Received(0, 0);

  LongBook(Run run, BenchLedger ledger, ClientProcess client, RosterImport imports) {
    this.run = run;
    this.ledger = ledger;
    this.client = client;
    this.imports = imports;
    this.fund = ledger.openFund("LONG");
    this.desk = ledger.bean(DonationDesk.class);
    this.begun = Instant.now();
  }

  /**
   * Asks everything while donations come, until the virtual machine has compiled both. Makes the
   * book longer than it is to be measured, so that it wants one of its own.
   */
  void warmUp() throws Exception {
    InFlight.Order order = n -> ledger.record(desk, fund, n);
    donations = run.size(WAVE);
    InFlight.send(IN_FLIGHT, 0, donations, order);
    ledger.catchUp();
    client.begin(loads(NO_END));
    WarmUp.run(run, donations, donations, (from, to) -> InFlight.send(IN_FLIGHT, from, to, order));
    client.stop();
    var _ = client.end();
  }

  /** Asks everything often enough that the client is not new to it. */
  private void warmUpClient() throws Exception {
    client.begin(loads(NO_END).stream().map(load -> load.first(run.size(QUESTIONS))).toList());
    var _ = client.end();
  }

  /** Records until the book has so many events, and asks while nothing is written. */
  List<Result> grow(int events) throws Exception {
    int more = History.missing(ledger, events);
    var _ = History.record(ledger, fund, donations, donations + more);
    donations += more;
    ledger.catchUp();
    ledger.vacuum();
    int singles = run.size(SINGLES);
    singlesPerSecond =
        InFlight.send(IN_FLIGHT, donations, donations + singles, n -> ledger.record(desk, fund, n))
            .perSecond();
    donations += singles;
    ledger.catchUp();
    if (!warm) {
      warmUpClient();
      warm = true;
    }
    client.begin(loads(seconds(IDLE_SECONDS)));
    List<Result> points = new ArrayList<>();
    answers(client.end())
        .forEach((kind, times) -> points.add(point("idle-", kind, events, times, Floor.none())));
    return points;
  }

  List<Result> atHalfLoad(int size) throws Exception {
    double seconds = seconds(HALF_LOAD_SECONDS);
    Cores cores = new Cores();
    client.begin(loads(seconds));
    Pace.Outcome written =
        new Pace(IN_FLIGHT, singlesPerSecond / 2, seconds, () -> false)
            .withVirtualThreads()
            .send(
                donations,
                Integer.MAX_VALUE,
                (_, number) -> {
                  ledger.record(desk, fund, number);
                  return true;
                });
    double load = cores.load();
    donations += written.orders();
    List<Result> points = new ArrayList<>();
    answers(client.end())
        .forEach(
            (kind, times) ->
                points.add(
                    point("half-", kind, run.size(size), times, halfLoad(kind))
                        .withExtra("donationsPerSecond", written.orders() / written.seconds())
                        .withExtra("cpuLoad", load)));
    ledger.catchUp();
    return points;
  }

  private static Floor halfLoad(String kind) {
    return Floor.figureAtMost(kind.equals(Questions.BALANCE) ? 10 : 100);
  }

  List<Result> duringCity(int size) throws Exception {
    Roster roster = new Roster(people, run.size(LINES));
    people += roster.lines();
    Path file = roster.write(run.work().resolve("city.csv"));
    Cores cores = new Cores();
    client.begin(loads(NO_END));
    RosterImport.Imported imported = imports.run(fund, roster, file, new LiveHeap(0));
    client.stop();
    Files.delete(file);
    double load = cores.load();
    List<Result> points = new ArrayList<>();
    answers(client.end())
        .forEach(
            (kind, times) ->
                points.add(
                    point("city-", kind, run.size(size), times, duringCity(kind))
                        .withExtra("linesPerSecond", roster.lines() / imported.postSeconds())
                        .withExtra("cpuLoad", load)));
    rosters = rosters.plus(roster.sum());
    ledger.catchUp();
    return points;
  }

  private static Floor duringCity(String kind) {
    return kind.equals(Questions.BALANCE) ? Floor.figureAtMost(50) : Floor.none();
  }

  void check() throws Exception {
    TieOut.Received singles = new TieOut.Received(donations, Donations.fen(0, donations));
    TieOut.check(ledger, Map.of(fund, singles.plus(rosters)));
  }

  private double seconds(int full) {
    return Math.max(LEAST_SECONDS, run.size(full));
  }

  private List<ClientLoad> loads(double seconds) throws SQLException {
    return questions().entrySet().stream()
        .map(
            kind ->
                ClientLoad.reads(
                    kind.getValue(),
                    CONNECTIONS,
                    kind.getKey().equals(Questions.BALANCE)
                        ? BALANCES_PER_SECOND
                        : OTHERS_PER_SECOND,
                    seconds))
        .toList();
  }

  private Map<String, List<String>> questions() throws SQLException {
    try (Connection connection = ledger.connect()) {
      Instant last =
          Instant.ofEpochMilli(
              Sql.number(
                  connection,
                  "select recorded_at from ledger.event order by position desc limit 1"));
      return Questions.about(fund, donations, ledger.head(), begun, last);
    }
  }

  private Map<String, ClientLoad.Outcome> answers(List<ClientLoad.Outcome> outcomes)
      throws SQLException {
    Map<String, ClientLoad.Outcome> answers = new LinkedHashMap<>();
    for (String kind : questions().keySet()) {
      answers.put(kind, outcomes.get(answers.size()));
    }
    return answers;
  }

  private static Result point(
      String load, String kind, int events, ClientLoad.Outcome times, Floor floor) {
    Figure figure = new Figure(times.sinceDue().p99(), "ms (p99)", null, floor);
    return Result.of(load + kind + "@" + events, figure, times.accepted())
        .with(times.sinceDue())
        .withSetting("perSecond", Math.round(times.perSecond()))
        .withExtra("p99SinceSentMs", times.sinceSent().p99());
  }
}
