package org.aidledger.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.projections.replay.ReplayProgress;

/** How fast everything goes with a book of one length, one kind after the other. */
final class Rates {

  private static final int ROUNDS = 5;
  private static final int ROUNDS_QUICK = 1;
  private static final int SINGLES = 5_000;
  private static final int BATCHED = 20_000;
  private static final int LINES = 10_000;
  private static final int PAYOUTS = 3_000;
  private static final int QUESTIONS = 250;

  private final Run run;
  private final GrowingBook book;

  Rates(Run run, GrowingBook book) {
    this.run = run;
    this.book = book;
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

  /** Measures, and compares the book with what was sent. */
  Length measure() throws Exception {
    Map<String, List<Double>> rounds = new LinkedHashMap<>();
    int times = run.quick() ? ROUNDS_QUICK : ROUNDS;
    for (int i = 0; i < times; i++) {
      round()
          .forEach((kind, rate) -> rounds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(rate));
    }
    Map<String, Double> perSecond = new LinkedHashMap<>();
    rounds.forEach(
        (kind, rates) -> perSecond.put(kind, rates.stream().sorted().toList().get(times / 2)));
    ReplayProgress replay = Replays.run(book.ledger());
    perSecond.put("replay", (double) replay.eventsPerSecond());
    book.check(replay);
    return new Length(book.ledger().head() + 1, perSecond);
  }

  /** Everything once; each finds a ledger at rest. */
  Map<String, Double> round() throws Exception {
    Map<String, Measured> kinds = new LinkedHashMap<>();
    kinds.put("singles", () -> book.singles(run.size(SINGLES)));
    kinds.put("batches", () -> book.batches(run.size(BATCHED)));
    kinds.put("http", () -> http(run.size(SINGLES)));
    kinds.put("import", () -> roster(run.size(LINES)));
    kinds.put("payouts", () -> book.payouts(run.size(PAYOUTS)));
    book.questions().forEach((kind, paths) -> kinds.put(kind, () -> questions(paths)));
    Map<String, Double> rates = new LinkedHashMap<>();
    for (Map.Entry<String, Measured> kind : kinds.entrySet()) {
      rates.put(kind.getKey(), kind.getValue().perSecond());
      book.ledger().catchUp();
    }
    return rates;
  }

  private double http(int count) throws IOException, TieOutException {
    int from = book.take(count);
    ClientLoad.Outcome outcome =
        book.client()
            .send(
                ClientLoad.donations(
                    "/api/v1/funds/" + book.fund() + "/donations",
                    GrowingBook.IN_FLIGHT,
                    from,
                    from + count));
    TieOut.require("accepted over HTTP", count, outcome.accepted());
    return outcome.perSecond();
  }

  private double roster(int lines) throws Exception {
    RosterImport.Imported imported = book.roster(lines);
    return lines / (imported.checkSeconds() + imported.postSeconds());
  }

  private double questions(List<String> paths) throws IOException {
    return book.client()
        .send(ClientLoad.reads(paths, 1, 0, ClientLoad.NO_END).first(QUESTIONS))
        .perSecond();
  }
}
