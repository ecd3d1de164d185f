package org.aidledger.api.web.form;

import java.util.List;
import org.aidledger.api.problem.Problem;

/** Several fields of a form are wrong at once. */
final class FormProblems extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  FormProblems(List<Problem> problems) {
    super("form", null, false, false);
    this.problems = List.copyOf(problems);
  }

  List<Problem> problems() {
    return problems;
  }
}
