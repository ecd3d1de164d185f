package org.aidledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which requests of programs must carry the page's CSRF token: those that a browser could have been
 * tricked into sending with what it holds, a session or a remembered password.
 */
final class CsrfRule implements RequestMatcher {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  @Override
  public boolean matches(HttpServletRequest request) {
    if (SAFE.contains(request.getMethod())) {
      return false;
    }
    if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      // Without a session nobody is signed in, and the answer will be 401.
      return request.getSession(false) != null;
    }
    // Programs do not send this header; browsers do, and say when another site is behind it.
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && !OWN_SITE.contains(site);
  }
}
