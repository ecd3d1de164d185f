package org.aidledger.api.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;

/** How people are told that they may not come in. */
final class PageRefusals {

  private final Refusals programs;

  PageRefusals(Refusals programs) {
    this.programs = programs;
  }

  /** Leads a person to the form; tells a page's script, which could not follow there. */
  void unauthenticated(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
      throws IOException {
    if (isByScript(request)) {
      programs.unauthenticated(request, response);
    } else {
      response.sendRedirect(
          request.getContextPath() + (isExpired(request) ? "/login?expired" : "/login"));
    }
  }

  /** Whether the browser still shows a session that is over. */
  private static boolean isExpired(HttpServletRequest request) {
    return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
  }

  /** A form that outlived its session leads back to the sign-in; all else is the 403 page. */
  void denied(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    boolean outlived = denied instanceof CsrfException && !request.isRequestedSessionIdValid();
    if (outlived && isByScript(request)) {
      programs.unauthenticated(request, response);
    } else if (outlived) {
      response.sendRedirect(request.getContextPath() + "/login?expired");
    } else {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }

  /** Whether a page's script asks, rather than a person who goes to a page. */
  static boolean isByScript(HttpServletRequest request) {
    String mode = request.getHeader("Sec-Fetch-Mode");
    return mode != null && !mode.equals("navigate");
  }

  /** Shows the form again: after too many attempts with status 429, so that programs see it too. */
  void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException, ServletException {
    if (failure instanceof FormSignIn.TooManyAttempts throttled) {
      Duration remaining = throttled.remaining();
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Refusals.seconds(remaining)));
      request.getRequestDispatcher("/login?throttled").forward(new AsGet(request), response);
    } else {
      response.sendRedirect(request.getContextPath() + "/login?error");
    }
  }

  /** The form is shown by a handler of GET. */
  private static final class AsGet extends HttpServletRequestWrapper {

    AsGet(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }
  }
}
