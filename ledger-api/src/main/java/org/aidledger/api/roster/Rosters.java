package org.aidledger.api.roster;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.sheet.Sheet;
import org.aidledger.api.sheet.SheetRow;
import org.aidledger.api.sheet.SheetSource;
import org.aidledger.api.sheet.Sheets;
import org.jspecify.annotations.Nullable;

/** Reads rosters. */
public final class Rosters {

  /** Rows that are looked at before a proposal: the header's depth and the lines that are shown. */
  private static final int LOOKED_AT = Header.DEPTH + 20;

  private Rosters() {}

  /**
   * Looks at the first lines of a file and proposes how to read it.
   *
   * @throws org.aidledger.api.problem.ApiProblem if the file is no sheet, is cut off or an attack
   */
  public static Proposal propose(SheetSource source, MappingChoice choice) {
    Integer headerLine = choice.headerLine();
    try (Sheet sheet = Sheets.open(source)) {
      List<SheetRow> rows = new ArrayList<>();
      SheetRow row = sheet.next();
      while (row != null && !enough(rows, headerLine)) {
        rows.add(row);
        row = sheet.next();
      }
      return new Proposing(sheet.format(), rows, choice).propose();
    }
  }

  private static boolean enough(List<SheetRow> rows, @Nullable Integer headerLine) {
    return rows.size() >= LOOKED_AT
        && (headerLine == null || rows.get(rows.size() - 20).line() > headerLine);
  }

  /**
   * Reads the lines of a file by a mapping that was proposed for it; the caller closes it.
   *
   * @throws org.aidledger.api.problem.ApiProblem if the file is no sheet, is cut off or an attack
   */
  public static RosterLines open(SheetSource source, Mapping mapping, RosterSettings settings) {
    Sheet sheet = Sheets.open(source);
    LineReader reader = new LineReader(mapping, settings);
    return new RosterLines() {
      @Override
      public @Nullable RosterLine next() {
        SheetRow row = sheet.next();
        while (row != null && row.line() <= mapping.headerLine()) {
          row = sheet.next();
        }
        return row == null ? null : reader.read(row);
      }

      @Override
      public void close() {
        sheet.close();
      }
    };
  }
}
