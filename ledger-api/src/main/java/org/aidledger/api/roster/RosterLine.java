package org.aidledger.api.roster;

import java.util.List;
import org.aidledger.api.sheet.SheetRow;

/** One line below the header, as it was read. */
public sealed interface RosterLine {

  /** The line as it stands in the file. */
  SheetRow source();

  /** A line that says all that is needed. */
  record Good(SheetRow source, RosterRow row) implements RosterLine {}

  /** A line that cannot be recorded, and everything that is wrong with it. */
  record Bad(SheetRow source, List<CellProblem> problems) implements RosterLine {

    public Bad {
      problems = List.copyOf(problems);
    }
  }

  /** A line that is no entry. */
  record Skipped(SheetRow source, Reason reason) implements RosterLine {}

  /** Why a line is no entry. */
  enum Reason {
    /** 合计, 小计 and the like. */
    TOTAL_LINE,
    /** Nothing stands in the columns that matter. */
    EMPTY,
    /** The header once more, as on every printed page. */
    REPEATED_HEADER,
    /** Money that left the account, in a bank statement. */
    OUTGOING,
    /** Who made the table, who checked it, and other remarks below it. */
    REMARK
  }
}
