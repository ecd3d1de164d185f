package org.aidledger.core.donation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.core.donation.command.DonationLine;
import org.aidledger.core.donation.command.RecordDonations;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.fund.Fund;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.stream.FirstRecording;
import org.aidledger.core.stream.Streams;
import org.jspecify.annotations.Nullable;

/** Decides a batch of donations line by line: a bad line refuses itself alone. */
public final class DonationRecording {

  private final Streams streams;

  public DonationRecording(Streams streams) {
    this.streams = streams;
  }

  /** One outcome a line, in the order of the lines. */
  List<LineOutcome> record(Fund fund, RecordDonations command) {
    List<String> ids = new ArrayList<>(command.lines().size());
    for (DonationLine line : command.lines()) {
      ids.add(DonationId.of(fund.organisation(), line.source(), line.reference()).toString());
    }
    Map<String, FirstRecording> known = command.lookFirst() ? streams.find(ids) : Map.of();
    List<@Nullable LineOutcome> outcomes = settleWithoutPosting(fund, command.lines(), ids, known);
    if (!command.lookFirst()) {
      answerKnown(ids, outcomes);
    }
    return post(fund, command.lines(), ids, outcomes);
  }

  /**
   * A line that is refused now may have been recorded before the fund was frozen or the period
   * closed; its repetition gets the first answer.
   */
  private void answerKnown(List<String> ids, List<@Nullable LineOutcome> outcomes) {
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (outcomes.get(i) instanceof LineOutcome.RefusedLine) {
        refused.add(ids.get(i));
      }
    }
    if (refused.isEmpty()) {
      return;
    }
    Map<String, FirstRecording> known = streams.find(refused);
    for (int i = 0; i < ids.size(); i++) {
      FirstRecording first = known.get(ids.get(i));
      if (first != null && outcomes.get(i) instanceof LineOutcome.RefusedLine) {
        outcomes.set(i, new LineOutcome.Known(first));
      }
    }
  }

  /** Leaves null where a line is to be posted. */
  private static List<@Nullable LineOutcome> settleWithoutPosting(
      Fund fund, List<DonationLine> lines, List<String> ids, Map<String, FirstRecording> known) {
    List<@Nullable LineOutcome> outcomes = new ArrayList<>(lines.size());
    Map<String, Integer> firstLine = HashMap.newHashMap(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String id = ids.get(i);
      FirstRecording first = known.get(id);
      Integer earlier = firstLine.get(id);
      if (first != null) {
        outcomes.add(new LineOutcome.Known(first));
      } else if (earlier != null) {
        outcomes.add(new LineOutcome.Repeats(earlier));
      } else {
        LineOutcome refused = refusalOf(fund, lines.get(i));
        outcomes.add(refused);
        if (refused == null) {
          firstLine.put(id, i);
        }
      }
    }
    return outcomes;
  }

  private static @Nullable LineOutcome refusalOf(Fund fund, DonationLine line) {
    try {
      fund.requireCurrency(line.amount());
      fund.requireOpenFor(Movement.DONATION, line.receivedOn());
      return null;
    } catch (Refused refused) {
      return new LineOutcome.RefusedLine(refused.code(), refused.facts());
    }
  }

  private List<LineOutcome> post(
      Fund fund, List<DonationLine> lines, List<String> ids, List<@Nullable LineOutcome> outcomes) {
    List<String> posted = new ArrayList<>(lines.size());
    long total = 0;
    LocalDate earliest = LocalDate.MAX;
    for (int i = 0; i < lines.size(); i++) {
      if (outcomes.get(i) == null) {
        DonationLine line = lines.get(i);
        posted.add(ids.get(i));
        total = Math.addExact(total, line.amount().minor());
        earliest = line.receivedOn().isBefore(earliest) ? line.receivedOn() : earliest;
      }
    }
    long firstNumber = posted.isEmpty() ? 0 : fund.post(Movement.DONATION, posted, total, earliest);
    List<LineOutcome> all = new ArrayList<>(lines.size());
    int offset = 0;
    for (int i = 0; i < lines.size(); i++) {
      LineOutcome settled = outcomes.get(i);
      if (settled == null) {
        DonationReceived event = received(fund, ids.get(i), lines.get(i), firstNumber + offset);
        streams.begin("Donation", ids.get(i), event, lines.get(i).recordedBy().toString());
        settled = new LineOutcome.Recorded(event, offset++);
      }
      all.add(settled);
    }
    return all;
  }

  private static DonationReceived received(
      Fund fund, String id, DonationLine line, long entryNumber) {
    return new DonationReceived(
        id,
        fund.id(),
        fund.organisation(),
        line.source(),
        line.reference(),
        line.amount().minor(),
        line.amount().currency().getCurrencyCode(),
        line.receivedOn(),
        line.channel().name(),
        line.donor(),
        line.documentHash(),
        entryNumber);
  }
}
