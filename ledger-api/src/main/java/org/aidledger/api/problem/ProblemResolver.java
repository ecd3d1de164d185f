package org.aidledger.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what controllers threw: programs get problem+json; people get the error page of the
 * status, unless a page's own advice dealt with it before.
 */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

  /** The request attribute under which an error page finds the {@link Problem}. */
  static final String ATTRIBUTE = Problem.class.getName();

  private final ProblemWriter writer;
  private final boolean programs;

  private ProblemResolver(ProblemWriter writer, boolean programs) {
    this.writer = writer;
    this.programs = programs;
  }

  /** Comes before Spring's own resolvers, which would answer in another form. */
  static ProblemResolver forPrograms(ProblemWriter writer) {
    return new ProblemResolver(writer, true);
  }

  /** Comes after Spring's own resolvers. */
  static ProblemResolver forPeople(ProblemWriter writer) {
    return new ProblemResolver(writer, false);
  }

  @Override
  public int getOrder() {
    return programs ? -1 : 1;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception exception) {
    if (programs != ProblemWriter.isForPrograms(ProblemWriter.pathOf(request))) {
      return null;
    }
    try {
      // A client that went away has nobody left to answer.
      if (!(exception instanceof AsyncRequestNotUsableException)) {
        answer(request, response, Problems.of(exception));
      }
    } catch (IOException gone) {
      return new ModelAndView();
    }
    return new ModelAndView();
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (programs) {
      writer.write(request, response, problem);
    } else if (!response.isCommitted()) {
      request.setAttribute(ATTRIBUTE, problem);
      ProblemWriter.retryAfter(response, problem);
      response.sendError(problem.status().value());
    }
  }
}
