package org.aidledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.aidledger.api.upload.UploadToken;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which forms the filter checks for the page's token: all but those that send a file, whose parts
 * are read as they arrive. Of these the token is the first part, and {@link
 * org.aidledger.api.upload.Upload} refuses the rest unless it is right; in an address it would stay
 * behind in logs and histories.
 */
final class UploadForms implements RequestMatcher {

  /** Handlers of these paths take an upload and nothing else; a test holds them to it. */
  static final String[] PATHS = {"/documents/*/*", "/payout-batches/*/bank-results"};

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final RequestMatcher uploads =
      new OrRequestMatcher(
          Arrays.stream(PATHS)
              .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
              .toList());
  private final HttpSessionCsrfTokenRepository tokens;
  private final XorCsrfTokenRequestAttributeHandler masked =
      new XorCsrfTokenRequestAttributeHandler();

  UploadForms(HttpSessionCsrfTokenRepository tokens) {
    this.tokens = tokens;
  }

  @Override
  public boolean matches(HttpServletRequest request) {
    if (SAFE.contains(request.getMethod())) {
      return false;
    }
    if (!sendsFile(request) || !uploads.matches(request)) {
      return true;
    }
    UploadToken check = given -> isOwn(request, given);
    request.setAttribute(UploadToken.ATTRIBUTE, check);
    return false;
  }

  private static boolean sendsFile(HttpServletRequest request) {
    String type = Objects.requireNonNullElse(request.getContentType(), "");
    return type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private boolean isOwn(HttpServletRequest request, @Nullable String given) {
    CsrfToken expected = tokens.loadToken(request);
    if (expected == null || given == null) {
      return false;
    }
    String actual = masked.resolveCsrfTokenValue(new Carrying(request, given), expected);
    return actual != null
        && MessageDigest.isEqual(
            actual.getBytes(StandardCharsets.UTF_8),
            expected.getToken().getBytes(StandardCharsets.UTF_8));
  }

  /** The request as if it had the token where tokens are looked for. */
  private static final class Carrying extends HttpServletRequestWrapper {

    private final String token;

    Carrying(HttpServletRequest request, String token) {
      super(request);
      this.token = token;
    }

    @Override
    public String getHeader(String name) {
      return token;
    }
  }
}
