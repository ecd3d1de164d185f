package org.aidledger.api.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what Tomcat refuses before any filter sees it, such as a URL that cannot be decoded. Made
 * by Tomcat, which gives it nothing but its class.
 */
public final class ProblemValve extends ErrorReportValve {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    if (status < HttpStatus.BAD_REQUEST.value()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    Problem problem = status == 400 ? Problem.of(ApiCode.MALFORMED_URL) : Problems.ofStatus(status);
    if (problem == null) {
      problem =
          thrown == null
              ? Problem.of(ApiCode.INTERNAL, null, Map.of("errorId", "-"))
              : Faults.log(thrown);
    }
    try {
      // The path is left out: what could not be decoded is not repeated.
      Locale language = ProblemTexts.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
      var body = new ProblemWriter(new ProblemTexts()).body(problem, "", language);
      body.remove("instance");
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
      var writer = response.getReporter();
      if (writer != null) {
        writer.write(JSON.writeValueAsString(body));
        response.finishResponse();
      }
    } catch (IOException gone) {
      getContainer().getLogger().debug("the client went away", gone);
    }
  }
}
