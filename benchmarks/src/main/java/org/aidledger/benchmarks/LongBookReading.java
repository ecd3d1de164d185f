package org.aidledger.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Asks a growing book under three loads. */
final class LongBookReading {

  private static final int SINGLES = 30_000;
  private static final int CONNECTIONS = 4;
  private static final int WAVE = 10_000;
  private static final int QUESTIONS = 1_000;
  private static final double BALANCES_PER_SECOND = 50;
  private static final double OTHERS_PER_SECOND = 20;
  private static final int IDLE_SECONDS = 15;
  private static final int HALF_LOAD_SECONDS = 40;
  private static final int LEAST_SECONDS = 2;
  private static final int LINES = 1_040_000;

  private final Run run;
  private final GrowingBook book;
  private final BenchLedger ledger;
  private final ClientProcess client;
  private double singlesPerSecond;

  LongBookReading(Run run, GrowingBook book) {
    this.run = run;
    this.book = book;
    this.ledger = book.ledger();
    this.client = book.client();
  }

  /** Asks everything while donations come, until the virtual machine has compiled both. */
  void warmUp() throws Exception {
    int wave = run.size(WAVE);
    var _ = book.singles(wave);
    ledger.catchUp();
    var _ = begin(loads(ClientLoad.NO_END));
    WarmUp.run(run, 0, wave, (_, _) -> book.singles(wave));
    client.stop();
    var _ = client.end();
  }

  /** Asks everything often enough that the client is not new to it. */
  private void warmUpClient() throws Exception {
    Map<String, ClientLoad> loads = loads(ClientLoad.NO_END);
    loads.replaceAll((_, load) -> load.first(run.size(QUESTIONS)));
    var _ = begin(loads);
    var _ = client.end();
  }

  /** Asks while nothing is written. */
  List<Result> atRest(int size) throws Exception {
    singlesPerSecond = book.singles(run.size(SINGLES));
    ledger.catchUp();
    warmUpClient();
    Set<String> kinds = begin(loads(seconds(IDLE_SECONDS)));
    return points("idle-", kinds, size, _ -> Floor.none());
  }

  List<Result> atHalfLoad(int size) throws Exception {
    double seconds = seconds(HALF_LOAD_SECONDS);
    Cores cores = new Cores();
    Set<String> kinds = begin(loads(seconds));
    Pace.Outcome written =
        book.paced(
            new Pace(GrowingBook.IN_FLIGHT, singlesPerSecond / 2, seconds, () -> false)
                .withVirtualThreads());
    double load = cores.load();
    List<Result> points = points("half-", kinds, size, LongBookReading::halfLoad);
    points.replaceAll(
        point ->
            point
                .withExtra("donationsPerSecond", written.orders() / written.seconds())
                .withExtra("cpuLoad", load));
    ledger.catchUp();
    return points;
  }

  private static Floor halfLoad(String kind) {
    return Floor.figureAtMost(kind.equals(Questions.BALANCE) ? 10 : 100);
  }

  List<Result> duringCity(int size) throws Exception {
    int lines = run.size(LINES);
    Cores cores = new Cores();
    Set<String> kinds = begin(loads(ClientLoad.NO_END));
    RosterImport.Imported imported = book.roster(lines);
    client.stop();
    double load = cores.load();
    List<Result> points = points("city-", kinds, size, LongBookReading::duringCity);
    points.replaceAll(
        point ->
            point
                .withExtra("linesPerSecond", lines / imported.postSeconds())
                .withExtra("cpuLoad", load));
    ledger.catchUp();
    return points;
  }

  private static Floor duringCity(String kind) {
    return kind.equals(Questions.BALANCE) ? Floor.figureAtMost(50) : Floor.none();
  }

  private double seconds(int full) {
    return Math.max(LEAST_SECONDS, run.size(full));
  }

  /** What is asked, by its kind. */
  private Map<String, ClientLoad> loads(double seconds) throws SQLException {
    Map<String, ClientLoad> loads = new LinkedHashMap<>();
    book.questions()
        .forEach(
            (kind, paths) ->
                loads.put(
                    kind,
                    ClientLoad.reads(
                        paths,
                        CONNECTIONS,
                        kind.equals(Questions.BALANCE) ? BALANCES_PER_SECOND : OTHERS_PER_SECOND,
                        seconds)));
    return loads;
  }

  /** Begins to ask; the kinds, in the order in which the client will answer for them. */
  private Set<String> begin(Map<String, ClientLoad> loads) {
    client.begin(List.copyOf(loads.values()));
    return loads.keySet();
  }

  /** Waits until all is answered; a point for each kind. */
  private List<Result> points(
      String load, Set<String> kinds, int size, Function<String, Floor> floor) throws IOException {
    List<ClientLoad.Outcome> outcomes = client.end();
    List<Result> points = new ArrayList<>();
    for (String kind : kinds) {
      ClientLoad.Outcome times = outcomes.get(points.size());
      Figure figure = new Figure(times.sinceDue().p99(), "ms (p99)", null, floor.apply(kind));
      points.add(
          Result.of(load + kind + "@" + run.size(size), figure, times.accepted())
              .with(times.sinceDue())
              .withSetting("perSecond", Math.round(times.perSecond()))
              .withExtra("p99SinceSentMs", times.sinceSent().p99()));
    }
    return points;
  }
}
