package org.aidledger.api.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aidledger.core.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The words for every code, in Chinese and English.
 *
 * <p>Each code has a {@code CODE.title} and a {@code CODE.detail} in {@code problems_zh.properties}
 * and {@code problems_en.properties}. <code>{fact}</code> stands for a fact of the problem; a part
 * in [brackets] is left out if it names a fact that is not there. A fact whose value is itself a
 * word of the language, such as a role, is looked up under {@code word.GROUP.VALUE}.
 */
public final class ProblemTexts {

  /** The first is the default. */
  static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final Pattern FACT = Pattern.compile("\\{([A-Za-z]+)}");

  /** Which group of words the values of a fact belong to. */
  private static final Map<String, String> GROUPS =
      Map.ofEntries(
          Map.entry("role", "role"),
          Map.entry("excludes", "role"),
          Map.entry("needed", "role"),
          Map.entry("state", "state"),
          Map.entry("kind", "kind"),
          Map.entry("expected", "type"),
          Map.entry("format", "format"),
          Map.entry("column", "column"),
          Map.entry("other", "column"),
          Map.entry("field", "column"),
          Map.entry("open", "openItem"),
          Map.entry("importState", "importState"),
          Map.entry("importPhase", "importPhase"));

  private final Map<Locale, Properties> texts =
      LANGUAGES.stream().collect(Collectors.toMap(l -> l, ProblemTexts::load));

  /**
   * The language to answer in: the best of Chinese and English by the client's Accept-Language,
   * Chinese if it names neither or cannot be read.
   */
  public static Locale language(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > 500) {
      return LANGUAGES.getFirst();
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
      return best == null ? LANGUAGES.getFirst() : best;
    } catch (IllegalArgumentException e) {
      return LANGUAGES.getFirst();
    }
  }

  public String title(String code, Locale language) {
    return text(code + ".title", language);
  }

  /** What happened, the figure that broke it, and what to do. */
  public String detail(Problem problem, Locale language) {
    Map<String, Object> facts = new HashMap<>(problem.facts());
    if (problem.field() != null) {
      facts.put("field", problem.field());
    }
    return fill(text(problem.code() + ".detail", language), facts, language);
  }

  /** The same for a rule's refusal, as in the lines of a batch. */
  public String detail(Refused refused, Locale language) {
    return detail(Problem.of(refused), language);
  }

  Set<String> keys(Locale language) {
    return Objects.requireNonNull(texts.get(language)).stringPropertyNames();
  }

  String text(String key, Locale language) {
    String text = lookUp(key, language);
    return text == null ? key : text;
  }

  private @Nullable String lookUp(String key, Locale language) {
    return Objects.requireNonNull(texts.get(language)).getProperty(key);
  }

  private String fill(String text, Map<String, Object> facts, Locale language) {
    String chosen =
        OPTIONAL
            .matcher(text)
            .replaceAll(
                part -> {
                  boolean known =
                      FACT.matcher(part.group(1))
                          .results()
                          .allMatch(fact -> facts.containsKey(fact.group(1)));
                  return known ? Matcher.quoteReplacement(part.group(1)) : "";
                });
    return FACT.matcher(chosen)
        .replaceAll(
            fact ->
                Matcher.quoteReplacement(
                    words(fact.group(1), facts.getOrDefault(fact.group(1), "?"), language)));
  }

  private String words(String name, Object value, Locale language) {
    if (value instanceof Collection<?> many) {
      String comma = language.equals(Locale.CHINESE) ? "、" : ", ";
      return many.stream()
          .map(one -> words(name, one, language))
          .collect(Collectors.joining(comma));
    }
    String word = lookUp("word." + GROUPS.get(name) + "." + value, language);
    return word == null ? String.valueOf(value) : word;
  }

  private static Properties load(Locale language) {
    String name = "/problems_" + language.getLanguage() + ".properties";
    Properties properties = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(ProblemTexts.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return properties;
  }
}
