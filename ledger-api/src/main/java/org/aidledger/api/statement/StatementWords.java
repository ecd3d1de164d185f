package org.aidledger.api.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.aidledger.api.web.text.Language;

/**
 * The words of statements of the first form. They are apart from those of the pages, because a word
 * that is changed changes the bytes of every statement that was ever made.
 */
final class StatementWords {

  private final Language language;
  private final Properties words = new Properties();

  private StatementWords(Language language) {
    this.language = language;
    String file = "/statements/form-1_" + language.code() + ".properties";
    try (InputStream in = StatementWords.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The words of statements are missing: " + file);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StatementWords in(Language language) {
    return new StatementWords(language);
  }

  /**
   * A text with numbered places.
   *
   * @throws IllegalStateException if there is none of this key
   */
  String get(String key, Object... arguments) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("Statements have no word for " + key);
    }
    return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
  }

  /** A word for a code; the code itself where there is none. */
  String word(String kind, String code) {
    return words.getProperty(kind + "." + code, code);
  }

  Language language() {
    return language;
  }
}
