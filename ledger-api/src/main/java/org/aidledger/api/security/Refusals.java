package org.aidledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.problem.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;

/** How programs are told that they may not come in. */
final class Refusals {

  private static final String REALM = "realm=\"aid-ledger\", charset=\"UTF-8\"";

  private final ProblemWriter writer;

  Refusals(ProblemWriter writer) {
    this.writer = writer;
  }

  void unauthenticated(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    challenge(request, response);
    answer(request, response, Problem.of(ApiCode.UNAUTHENTICATED));
  }

  void wrongCredentials(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    challenge(request, response);
    answer(request, response, Problem.of(ApiCode.BAD_CREDENTIALS));
  }

  void tooManyAttempts(HttpServletRequest request, HttpServletResponse response, Duration remaining)
      throws IOException {
    answer(request, response, tooManyAttempts(remaining));
  }

  void denied(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    ApiCode code = denied instanceof CsrfException ? ApiCode.CSRF_TOKEN_INVALID : ApiCode.FORBIDDEN;
    answer(request, response, Problem.of(code));
  }

  void answer(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    writer.write(request, response, problem);
  }

  static Problem tooManyAttempts(Duration remaining) {
    return Problem.of(
        ApiCode.TOO_MANY_ATTEMPTS, null, Map.of(Problem.RETRY_AFTER, seconds(remaining)));
  }

  /** Whole seconds, rounded up, so that who waits them has waited long enough. */
  static long seconds(Duration remaining) {
    return Math.max(1, remaining.plusMillis(999).toSeconds());
  }

  /**
   * Programs learn both schemes. A page's script does not learn of Basic: the browser would open a
   * dialog of its own, and then send the password along with other sites' requests too.
   */
  private static void challenge(HttpServletRequest request, HttpServletResponse response) {
    if (request.getHeader("Sec-Fetch-Mode") == null) {
      response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic " + REALM);
    }
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"aid-ledger\"");
  }
}
