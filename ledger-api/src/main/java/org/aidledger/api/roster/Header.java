package org.aidledger.api.roster;

import java.util.List;
import org.aidledger.api.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * The row of titles of a file, found under whatever stands above it.
 *
 * @param index of the row among those that were looked at
 */
record Header(int index, SheetRow row) {

  /** Title rows above the header are few; further down, data would be taken for titles. */
  static final int DEPTH = 30;

  private static final int ENOUGH = 2;

  /** The row with the most titles of one kind, the upper one of two that are equal. */
  static @Nullable Header find(List<SheetRow> rows, @Nullable RosterKind kind) {
    Header best = null;
    int bestScore = ENOUGH - 1;
    for (int i = 0; i < Math.min(rows.size(), DEPTH); i++) {
      int score = score(rows.get(i), kind);
      if (score > bestScore) {
        bestScore = score;
        best = new Header(i, rows.get(i));
      }
    }
    return best;
  }

  private static int score(SheetRow row, @Nullable RosterKind kind) {
    int best = 0;
    for (RosterKind each : kind == null ? RosterKind.values() : new RosterKind[] {kind}) {
      best = Math.max(best, Columns.of(each, row.cells()).score());
    }
    return best;
  }

  /** What the titles say the file is. */
  static RosterKind kind(List<String> titles) {
    Columns result = Columns.of(RosterKind.BANK_RESULT, titles);
    if (result.has(RosterField.PAYOUT_ID) && result.has(RosterField.RESULT)) {
      return RosterKind.BANK_RESULT;
    }
    Columns statement = Columns.of(RosterKind.BANK_STATEMENT, titles);
    if (statement.has(RosterField.INCOMING)
        || statement.has(RosterField.OUTGOING)
        || statement.has(RosterField.DIRECTION)) {
      return RosterKind.BANK_STATEMENT;
    }
    Columns payouts = Columns.of(RosterKind.PAYOUTS, titles);
    boolean dated = Columns.of(RosterKind.DONATIONS, titles).has(RosterField.DAY);
    return payouts.has(RosterField.BANK_ACCOUNT) && payouts.has(RosterField.AMOUNT) && !dated
        ? RosterKind.PAYOUTS
        : RosterKind.DONATIONS;
  }
}
