package org.aidledger.api.donation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.aidledger.api.dispatch.AxonLedger;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.core.donation.LineOutcome;
import org.aidledger.core.donation.command.DonationLine;
import org.aidledger.core.donation.command.RecordDonations;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.stream.FirstRecording;
import org.aidledger.store.combine.Combiner;

/**
 * Gathers donations into one command a fund: a donation waits for nothing when its fund is idle,
 * and whatever arrives while a batch commits is the next batch.
 */
public final class DonationIntake {

  /** Lines of one command; longer lists are cut by their sender. */
  static final int MOST_LINES = 1_000;

  private final AxonLedger ledger;
  private final ConcurrentHashMap<FundId, Combiner<List<DonationLine>, List<Placed>>> funds =
      new ConcurrentHashMap<>();

  public DonationIntake(AxonLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * Records the lines and waits until they are durable.
   *
   * @param lines at most {@link #MOST_LINES}
   * @return one answer a line, in order
   */
  List<Placed> submit(FundId fundId, List<DonationLine> lines) {
    return funds.computeIfAbsent(fundId, this::combiner).submit(lines);
  }

  private Combiner<List<DonationLine>, List<Placed>> combiner(FundId fundId) {
    // What waits was let in by its lines where it came in.
    return Combiner.ofLists(
        MOST_LINES, lines -> place(lines, new RecordDonations(fundId, lines, false)));
  }

  private List<Placed> place(List<DonationLine> lines, RecordDonations order) {
    Executed<List<LineOutcome>> executed;
    try {
      executed = ledger.executeForMany(order);
    } catch (Refused refused) {
      return lines.stream()
          .<Placed>map(line -> new Placed.RefusedLine(refused.code(), refused.facts()))
          .toList();
    }
    List<Placed> placed = new ArrayList<>(lines.size());
    for (LineOutcome outcome : executed.result()) {
      placed.add(
          switch (outcome) {
            // The control total stands first in the append, its details follow in order.
            case LineOutcome.Recorded(var event, int offset) ->
                new Placed.Recorded(event, executed.firstPosition() + 1 + offset);
            case LineOutcome.Repeats(int line) -> repeated(placed.get(line));
            case LineOutcome.Known(var first) -> new Placed.Known(first);
            case LineOutcome.RefusedLine(var code, var facts) ->
                new Placed.RefusedLine(code, facts);
          });
    }
    return placed;
  }

  private static Placed repeated(Placed earlier) {
    return switch (earlier) {
      case Placed.Recorded(var event, long position) ->
          new Placed.Known(new FirstRecording(event, position));
      case Placed.Known known -> known;
      case Placed.RefusedLine refused -> refused;
    };
  }
}
