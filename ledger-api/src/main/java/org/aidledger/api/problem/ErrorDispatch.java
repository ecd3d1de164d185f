package org.aidledger.api.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Answers programs when a filter or the server itself reported an error by its bare status. */
final class ErrorDispatch implements HandlerInterceptor {

  private final ProblemWriter writer;

  ErrorDispatch(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (request.getDispatcherType() != DispatcherType.ERROR
        || !ProblemWriter.isForPrograms(ProblemWriter.pathOf(request))) {
      return true;
    }
    writer.write(request, response, problem(request));
    return false;
  }

  private static Problem problem(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
      return Problems.of(thrown);
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Problem known = status instanceof Integer code ? Problems.ofStatus(code) : null;
    return known == null ? Faults.log(new IllegalStateException("status " + status)) : known;
  }
}
