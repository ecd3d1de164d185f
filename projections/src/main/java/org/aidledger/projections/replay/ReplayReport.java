package org.aidledger.projections.replay;

import java.util.List;
import org.aidledger.projections.audit.ControlFinding;

/**
 * What a replay found.
 *
 * @param position the position at which both copies were compared
 * @param differenceCount how many differences there are in all
 * @param differences the first 1,000 of them
 * @param tables how many rows each table has in both copies
 * @param controlFindings the first control totals, among the events themselves, whose details do
 *     not add up
 * @param repaired whether the rebuilt copy took over
 */
public record ReplayReport(
    long position,
    long differenceCount,
    List<Difference> differences,
    List<TableCount> tables,
    List<ControlFinding> controlFindings,
    boolean repaired) {

  public ReplayReport {
    differences = List.copyOf(differences);
    tables = List.copyOf(tables);
    controlFindings = List.copyOf(controlFindings);
  }

  /** Whether the live copy was what the events say, row by row. */
  public boolean matches() {
    return differenceCount == 0;
  }

  ReplayReport afterRepair() {
    return new ReplayReport(position, differenceCount, differences, tables, controlFindings, true);
  }
}
