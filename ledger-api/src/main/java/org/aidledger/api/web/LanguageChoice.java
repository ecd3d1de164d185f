package org.aidledger.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/** Remembers in a cookie which language was asked for. */
final class LanguageChoice implements HandlerInterceptor {

  private static final Duration REMEMBERED = Duration.ofDays(365);

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    LanguageResolver.asked(request)
        .filter(asked -> LanguageResolver.chosen(request).filter(asked::equals).isEmpty())
        .ifPresent(
            asked ->
                response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(LanguageResolver.COOKIE, asked.code())
                        .path("/")
                        .maxAge(REMEMBERED)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString()));
    return true;
  }
}
