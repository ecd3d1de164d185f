package org.aidledger.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    client.begin(loads(ClientLoad.NO_END));
    WarmUp.run(run, 0, wave, (_, _) -> book.singles(wave));
    client.stop();
    var _ = client.end();
  }

  /** Asks everything often enough that the client is not new to it. */
  private void warmUpClient() throws Exception {
    client.begin(
        loads(ClientLoad.NO_END).stream().map(load -> load.first(run.size(QUESTIONS))).toList());
    var _ = client.end();
  }

  /** Asks while nothing is written. */
  List<Result> atRest(int size) throws Exception {
    singlesPerSecond = book.singles(run.size(SINGLES));
    ledger.catchUp();
    warmUpClient();
    client.begin(loads(seconds(IDLE_SECONDS)));
    List<Result> points = new ArrayList<>();
    answers(client.end())
        .forEach(
            (kind, times) -> points.add(point("idle-", kind, run.size(size), times, Floor.none())));
    return points;
  }

  List<Result> atHalfLoad(int size) throws Exception {
    double seconds = seconds(HALF_LOAD_SECONDS);
    Cores cores = new Cores();
    client.begin(loads(seconds));
    Pace.Outcome written =
        book.paced(
            new Pace(GrowingBook.IN_FLIGHT, singlesPerSecond / 2, seconds, () -> false)
                .withVirtualThreads());
    double load = cores.load();
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
    int lines = run.size(LINES);
    Cores cores = new Cores();
    client.begin(loads(ClientLoad.NO_END));
    RosterImport.Imported imported = book.roster(lines);
    client.stop();
    double load = cores.load();
    List<Result> points = new ArrayList<>();
    answers(client.end())
        .forEach(
            (kind, times) ->
                points.add(
                    point("city-", kind, run.size(size), times, duringCity(kind))
                        .withExtra("linesPerSecond", lines / imported.postSeconds())
                        .withExtra("cpuLoad", load)));
    ledger.catchUp();
    return points;
  }

  private static Floor duringCity(String kind) {
    return kind.equals(Questions.BALANCE) ? Floor.figureAtMost(50) : Floor.none();
  }

  private double seconds(int full) {
    return Math.max(LEAST_SECONDS, run.size(full));
  }

  private List<ClientLoad> loads(double seconds) throws SQLException {
    return book.questions().entrySet().stream()
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

  private Map<String, ClientLoad.Outcome> answers(List<ClientLoad.Outcome> outcomes)
      throws SQLException {
    Map<String, ClientLoad.Outcome> answers = new LinkedHashMap<>();
    for (String kind : book.questions().keySet()) {
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
