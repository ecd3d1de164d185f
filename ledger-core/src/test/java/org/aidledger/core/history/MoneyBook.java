package org.aidledger.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.core.fixture.FundFigures;
import org.aidledger.core.fixture.Stored;
import org.aidledger.core.fund.DetailDigest;
import org.aidledger.core.fund.event.ControlTotal;

/** Adds the details up, fund by fund, and holds them against the control totals. */
final class MoneyBook {

  private static final FundFigures EMPTY = new FundFigures(0, 0, 0);

  private final Map<String, FundFigures> funds = new HashMap<>();

  /** Takes in the events of one append. */
  void add(List<Stored> append) {
    List<ControlTotal> totals = new ArrayList<>();
    List<JournalLine> lines = new ArrayList<>();
    for (Stored stored : append) {
      if (stored.event() instanceof ControlTotal total) {
        assertThat(lines)
            .as("details stand behind their control total")
            .noneMatch(line -> line.fundId().equals(total.fundId()));
        totals.add(total);
      }
      lines.addAll(JournalLine.of(stored.event()));
    }
    totals.forEach(total -> requireEqual(total, lines));
    assertThat(lines.size()).isEqualTo(totals.stream().mapToInt(ControlTotal::count).sum());
    lines.forEach(this::post);
  }

  FundFigures figures(String fundId) {
    return funds.getOrDefault(fundId, EMPTY);
  }

  private void requireEqual(ControlTotal total, List<JournalLine> lines) {
    List<JournalLine> own =
        lines.stream().filter(line -> line.fundId().equals(total.fundId())).toList();
    assertThat(own).hasSize(total.count());
    assertThat(own.stream().mapToLong(JournalLine::counted).sum()).isEqualTo(total.total());
    assertThat(own).allMatch(line -> line.movement().equals(total.movement().name()));
    assertThat(DetailDigest.of(own.stream().map(JournalLine::detail).toList()))
        .isEqualTo(total.digest());
    assertThat(total.firstEntryNumber()).isEqualTo(own.getFirst().number());
  }

  /** Numbers have no gap, and nothing falls below zero, line by line within an append. */
  private void post(JournalLine line) {
    FundFigures before = figures(line.fundId());
    FundFigures after =
        new FundFigures(
            before.available() + line.onAvailable(),
            before.reserved() + line.onReserved(),
            line.number());
    assertThat(line.number()).isEqualTo(before.lastEntryNumber() + 1);
    if (!line.movement().equals("DONATION_CORRECTION")) {
      assertThat(after.available()).as("available after %s", line).isNotNegative();
    }
    assertThat(after.reserved()).as("reserved after %s", line).isNotNegative();
    funds.put(line.fundId(), after);
  }

  /** Also a correction, as a whole, leaves nothing below zero. */
  void requireNothingBelowZero() {
    assertThat(funds.values()).allMatch(figures -> figures.available() >= 0);
  }
}
