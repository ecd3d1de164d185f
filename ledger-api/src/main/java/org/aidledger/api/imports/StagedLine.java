package org.aidledger.api.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.aidledger.api.roster.CellProblem;
import org.aidledger.store.subject.PersonMarks;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a line while it is checked: nothing that names a person.
 *
 * @param amount in minor units, absent for a line that holds none
 * @param before what the book holds, for a line that changed
 * @param sameDonor whether the book holds the same donor under this key, absent if it holds none
 * @param cell such as {@code E12}
 * @param problems JSON of all that is wrong with the line
 */
record StagedLine(
    int line,
    LineStatus status,
    boolean referenced,
    @Nullable Long amount,
    @Nullable Long before,
    @Nullable LocalDate day,
    @Nullable String unit,
    @Nullable UUID key,
    @Nullable PersonMarks marks,
    @Nullable Boolean sameDonor,
    @Nullable String code,
    @Nullable String cell,
    @Nullable String problems) {

  /** A line that cannot be read. */
  static StagedLine bad(int line, List<CellProblem> problems) {
    CellProblem first = problems.getFirst();
    return listed(
        line, LineStatus.REFUSED, first.problem().code(), first.cell(), LineProblem.json(problems));
  }

  /** A line that a rule refuses. */
  static StagedLine refused(int line, LineProblem problem) {
    return listed(
        line, LineStatus.REFUSED, problem.code(), problem.cell(), LineProblem.json(problem));
  }

  /** A line that is none of ours. */
  static StagedLine skipped(int line, String reason) {
    return listed(line, LineStatus.SKIPPED, reason, null, null);
  }

  private static StagedLine listed(
      int line, LineStatus status, String code, @Nullable String cell, @Nullable String problems) {
    return new StagedLine(
        line, status, false, null, null, null, null, null, null, null, code, cell, problems);
  }
}
