package org.aidledger.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the answer to a request, in the request's language. */
public final class ProblemWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ProblemTexts texts;

  public ProblemWriter(ProblemTexts texts) {
    this.texts = texts;
  }

  /** Whether the path belongs to programs, who are answered in JSON, rather than to people. */
  public static boolean isForPrograms(String path) {
    return path.equals("/api")
        || path.startsWith("/api/")
        || path.startsWith("/v3/api-docs")
        || path.startsWith("/actuator");
  }

  /** The path that the client asked for, also while its error is being dispatched. */
  static String pathOf(HttpServletRequest request) {
    Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return original instanceof String path ? path : request.getRequestURI();
  }

  /** Writes the whole answer, unless another answer is on its way already. */
  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    Locale language = ProblemTexts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    retryAfter(response, problem);
    if (problem.facts().get("allowed") instanceof Collection<?> methods
        && problem.status() == HttpStatus.METHOD_NOT_ALLOWED) {
      response.setHeader(
          HttpHeaders.ALLOW,
          methods.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
    byte[] body = JSON.writeValueAsBytes(body(problem, pathOf(request), language));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  /** Says when to come back, if the problem is one that time mends. */
  public static void retryAfter(HttpServletResponse response, Problem problem) {
    if (problem.facts().get(Problem.RETRY_AFTER) instanceof Number seconds) {
      response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
    }
  }

  /**
   * The members of the answer, in the order in which a person reads them.
   *
   * @param instance the path asked for, without its query, which may name someone
   */
  Map<String, Object> body(Problem problem, String instance, Locale language) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:aid-ledger:problem:" + problem.code());
    body.put("title", texts.title(problem.code(), language));
    body.put("status", problem.status().value());
    body.put("detail", texts.detail(problem, language));
    body.put("code", problem.code());
    if (problem.field() != null) {
      body.put("field", problem.field());
    }
    if (!problem.facts().isEmpty()) {
      body.put("facts", new TreeMap<>(problem.facts()));
    }
    body.put("instance", instance);
    return body;
  }
}
