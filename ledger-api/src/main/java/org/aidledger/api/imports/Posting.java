package org.aidledger.api.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.aidledger.api.donation.DonationAnswer;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.api.donation.DonationDraft;
import org.aidledger.api.imports.LineRows.Outcome;
import org.aidledger.api.imports.LineRows.Waiting;
import org.aidledger.api.roster.RosterLine;
import org.aidledger.api.roster.RosterLines;
import org.aidledger.api.roster.RosterRow;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.jspecify.annotations.Nullable;

/**
 * The second reading of a file of donations: what the check has decided is put into the book, chunk
 * by chunk. While one chunk commits the next is sealed and a third is read. Chunks are noted in
 * their order, so that after a crash the posting goes on behind the last that was noted.
 */
final class Posting {

  /** Chunks that are being sealed or committed at the same time. */
  private static final int IN_FLIGHT = 2;

  private final DonationDesk desk;
  private final LineRows lines;
  private final ReadersFollow readers;
  private final Executor executor;

  Posting(DonationDesk desk, LineRows lines, ReadersFollow readers, Executor executor) {
    this.desk = desk;
    this.lines = lines;
    this.readers = readers;
    this.executor = executor;
  }

  /** One chunk on its way into the book. */
  private record Chunk(List<Waiting> lines, CompletableFuture<List<DonationAnswer>> answers) {}

  /**
   * Records every line that waits.
   *
   * @throws Refused if the fund itself takes nothing
   * @throws WorkStopped if the work is to end here
   */
  void run(ImportRow row, RosterReading file, Drafts drafts, Work work) {
    new Run(row, drafts, work).through(file);
  }

  /** One posting from where it stopped last to its end. */
  private final class Run {

    private final ImportRow row;
    private final Drafts drafts;
    private final Work work;
    private final AccountId actor;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<Chunk> inFlight = new ArrayDeque<>();
    private final List<Waiting> chosen = new ArrayList<>();
    private final List<DonationDraft> chunk = new ArrayList<>();
    private int fetchedTo;
    private @Nullable Refused stopped;

    private Run(ImportRow row, Drafts drafts, Work work) {
      this.row = row;
      this.drafts = drafts;
      this.work = work;
      this.actor =
          AccountId.of(
              java.util.Objects.requireNonNullElse(
                  row.choices().postedBy(), row.choices().startedBy()));
      this.fetchedTo = row.standing().postedTo();
    }

    private void through(RosterReading file) {
      try (RosterLines found = file.open()) {
        fetch();
        for (RosterLine line = found.next();
            line != null && !waiting.isEmpty();
            line = found.next()) {
          if (line.source().line() == waiting.element().line()) {
            take(line, waiting.remove());
          }
        }
        if (!waiting.isEmpty()) {
          throw new IllegalStateException("the file lacks a line that the check has seen");
        }
        send();
      } finally {
        drain();
      }
      if (stopped != null) {
        throw stopped;
      }
    }

    private void take(RosterLine line, Waiting decided) {
      if (!(line instanceof RosterLine.Good good)
          || !(good.row() instanceof RosterRow.Donation donation)) {
        throw new IllegalStateException("a line that the check took for good is bad");
      }
      LineKeys.Key first = drafts.keys().of(donation);
      LineKeys.Key key =
          decided.occurrence() == 1
              ? first
              : drafts.keys().occurrence(first.id(), decided.occurrence());
      if (!key.id().equals(decided.entry())) {
        throw new IllegalStateException("a line has another key than the check gave it");
      }
      chosen.add(decided);
      chunk.add(drafts.of(donation, key, new Money(decided.amount(), row.currency())));
      if (waiting.isEmpty()) {
        fetch();
      }
      if (chunk.size() == DonationDesk.MOST_LINES) {
        send();
      }
    }

    private void fetch() {
      List<Waiting> next = lines.waiting(row.number(), fetchedTo);
      if (!next.isEmpty()) {
        fetchedTo = next.getLast().line();
        waiting.addAll(next);
      }
    }

    private void send() {
      if (chunk.isEmpty()) {
        return;
      }
      var _ = readers.await();
      List<DonationDraft> sent = List.copyOf(chunk);
      inFlight.add(
          new Chunk(
              List.copyOf(chosen),
              CompletableFuture.supplyAsync(
                  () -> desk.recordFromFile(row.fundId(), sent, actor), executor)));
      chunk.clear();
      chosen.clear();
      while (inFlight.size() > IN_FLIGHT) {
        settleNext();
        work.check();
        if (stopped != null) {
          throw stopped;
        }
      }
    }

    /** What was sent is in the book whatever happens here, so it is noted before the end. */
    private void drain() {
      while (!inFlight.isEmpty()) {
        settleNext();
      }
    }

    private void settleNext() {
      Chunk next = inFlight.remove();
      List<DonationAnswer> answers;
      try {
        answers = next.answers().join();
      } catch (CompletionException e) {
        inFlight.forEach(later -> later.answers().exceptionally(_ -> List.of()).join());
        inFlight.clear();
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
      settle(next.lines(), answers);
    }

    private void settle(List<Waiting> sent, List<DonationAnswer> answers) {
      List<Outcome> outcomes = new ArrayList<>();
      Map<LineStatus, Integer> counts = new HashMap<>();
      for (int i = 0; i < sent.size(); i++) {
        Outcome outcome = outcome(sent.get(i).line(), answers.get(i));
        if (outcome == null) {
          continue;
        }
        counts.merge(outcome.status(), 1, Integer::sum);
        // Behind a chunk that the fund refused nothing is passed; what got through says so itself.
        if (outcome.status() != LineStatus.RECORDED || stopped != null) {
          outcomes.add(outcome);
        }
      }
      if (stopped == null) {
        work.leases().posted(work, sent.getLast().line(), sent.size(), counts, outcomes, lines);
      } else {
        lines.note(row.number(), outcomes);
      }
    }

    /** What became of the line; null if the fund itself refused, so that nothing did. */
    private @Nullable Outcome outcome(int line, DonationAnswer answer) {
      return switch (answer) {
        case DonationAnswer.Recorded _ -> new Outcome(line, LineStatus.RECORDED, null);
        case DonationAnswer.AlreadyRecorded(var event, long position) -> {
          boolean ours =
              position > row.standing().postingFrom()
                  && drafts.sha256().equals(event.documentHash());
          yield new Outcome(line, ours ? LineStatus.RECORDED : LineStatus.ALREADY_RECORDED, null);
        }
        case DonationAnswer.RefusedLine(RuleCode code, var facts) -> {
          if (DonationDesk.ofFund(code)) {
            stopped = stopped == null ? new Refused(code, facts) : stopped;
            yield null;
          }
          yield new Outcome(
              line,
              LineStatus.REFUSED,
              new LineProblem(null, code.name(), null, new HashMap<>(facts)));
        }
      };
    }
  }
}
