package org.aidledger.api.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.aidledger.api.web.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page: the one asked for by {@code ?lang=}, else the one chosen before, else
 * Chinese. What the browser prefers does not count, because office machines are set up in any
 * language.
 */
final class LanguageResolver implements LocaleResolver {

  static final String PARAMETER = "lang";
  static final String COOKIE = "lang";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return asked(request).or(() -> chosen(request)).orElse(Language.ZH).locale();
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("the language is chosen by the page's address");
  }

  /** The language that this request asks for. */
  static Optional<Language> asked(HttpServletRequest request) {
    return Language.ofCode(request.getParameter(PARAMETER));
  }

  /** The language that was chosen before. */
  static Optional<Language> chosen(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (COOKIE.equals(cookie.getName())) {
          return Language.ofCode(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }
}
