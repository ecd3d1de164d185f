package org.aidledger.api.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.roster.CellProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One thing that is wrong with a line, as it is kept.
 *
 * @param cell such as {@code E12}, absent if no single cell is to blame
 * @param code of an {@code ApiCode} or a {@code RuleCode}
 * @param field the title of the column
 */
record LineProblem(
    @Nullable String cell, String code, @Nullable String field, Map<String, Object> facts) {

  static LineProblem of(CellProblem found) {
    Problem problem = found.problem();
    return new LineProblem(found.cell(), problem.code(), problem.field(), problem.facts());
  }

  static String json(LineProblem problem) {
    return Json.write(List.of(problem));
  }

  static String json(List<CellProblem> problems) {
    return Json.write(problems.stream().map(LineProblem::of).toList());
  }

  static List<LineProblem> read(@Nullable String json) {
    return json == null ? new ArrayList<>() : List.of(Json.read(json, LineProblem[].class));
  }

  /** The problem as the texts take it. */
  Problem problem() {
    return new Problem(HttpStatus.BAD_REQUEST, code, field, facts);
  }
}
