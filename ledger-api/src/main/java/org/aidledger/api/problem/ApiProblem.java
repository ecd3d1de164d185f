package org.aidledger.api.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that cannot be carried out as it stands; becomes the answer that says why. */
public final class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ApiProblem(Problem problem) {
    // No stack trace: this is an answer, not a fault, and a batch may hold thousands of them.
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  public ApiProblem(ApiCode code, @Nullable String field, Map<String, Object> facts) {
    this(Problem.of(code, field, facts));
  }

  public ApiProblem(ApiCode code, @Nullable String field) {
    this(code, field, Map.of());
  }

  public ApiProblem(ApiCode code) {
    this(code, null, Map.of());
  }

  /**
   * Nothing of this kind has the identifier that was given.
   *
   * @param kind {@code fund}, {@code donation}, {@code payout}, {@code account}, {@code token} …
   */
  public static ApiProblem notFound(String kind) {
    return new ApiProblem(ApiCode.NOT_FOUND, null, Map.of("kind", kind));
  }

  public Problem problem() {
    return problem;
  }
}
