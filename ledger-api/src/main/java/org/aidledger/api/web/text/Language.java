package org.aidledger.api.web.text;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the pages; the first is the one for people who have not chosen. */
public enum Language {
  ZH(Locale.CHINESE, "zh-CN"),
  EN(Locale.ENGLISH, "en");

  private final Locale locale;
  private final String tag;

  Language(Locale locale, String tag) {
    this.locale = locale;
    this.tag = tag;
  }

  /** The language with this code, {@code zh} or {@code en}. */
  public static Optional<Language> ofCode(@Nullable String code) {
    for (Language language : values()) {
      if (language.code().equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** The language of a locale, the first one if the pages do not speak it. */
  public static Language of(Locale locale) {
    return ofCode(locale.getLanguage()).orElse(ZH);
  }

  public Locale locale() {
    return locale;
  }

  public String code() {
    return locale.getLanguage();
  }

  /** The value of the {@code lang} attribute. */
  public String tag() {
    return tag;
  }

  /** The one that is not this one. */
  public Language other() {
    return this == ZH ? EN : ZH;
  }
}
