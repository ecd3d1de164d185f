package org.aidledger.api.donation;

import java.util.Locale;
import java.util.Map;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;

/** Says of single lines of a batch what is wrong with them, in the client's language. */
record LineProblems(ProblemTexts texts, Locale language) {

  BatchAnswer.RefusedLine of(int index, Problem problem) {
    return new BatchAnswer.RefusedLine(
        index, problem.code(), texts.detail(problem, language), problem.field(), problem.facts());
  }

  BatchAnswer.RefusedLine of(int index, RuleCode code, Map<String, String> facts) {
    return of(index, Problem.of(new Refused(code, facts)));
  }
}
