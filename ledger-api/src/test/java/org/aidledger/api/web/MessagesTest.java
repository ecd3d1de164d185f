package org.aidledger.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and exactly those that the pages ask for. */
class MessagesTest {

  private static final Path SOURCES = Path.of("src", "main");
  private static final Pattern IN_TEMPLATES = Pattern.compile("#\\{([a-z][A-Za-z0-9_.]*)");
  private static final Pattern FAMILY = Pattern.compile("#\\{\\$\\{'([a-z][A-Za-z.]*)'");
  private static final Pattern ASKED = Pattern.compile("texts\\.(?:get|fill)\\(\\s*\"([^\"]+)\"");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9_.]*)\"");

  /** Names of fields, each with a label under "field.". */
  private static final Pattern FORM_FIELD = Pattern.compile("\\(name='([a-zA-Z.]+)'");

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private final Map<String, String> chinese = read("zh");
  private final Map<String, String> english = read("en");

  @Test
  void bothFilesHaveTheSameKeysInTheSameOrder() {
    assertThat(List.copyOf(english.keySet())).isEqualTo(List.copyOf(chinese.keySet()));
  }

  @Test
  void bothLanguagesNameTheSamePlaces() {
    chinese.forEach(
        (key, text) -> assertThat(places(english.get(key))).as(key).isEqualTo(places(text)));
  }

  @Test
  void punctuationIsThatOfTheLanguage() {
    // An apostrophe would swallow the places behind it wherever a message has any.
    assertThat(chinese.values()).noneMatch(text -> text.contains("'"));
    assertThat(english.values()).noneMatch(text -> text.contains("'"));
    assertThat(chinese)
        .noneSatisfy((key, text) -> assertThat(text).containsPattern("\\p{IsHan}[,;:!?]"));
    assertThat(english).noneSatisfy((key, text) -> assertThat(text).containsPattern("[，；：！？。、（）]"));
  }

  @Test
  void everyKeyThatThePagesAskForIsThere() throws IOException {
    Set<String> asked = found(templates(), IN_TEMPLATES);
    asked.addAll(found(code(), ASKED));
    asked.addAll(MessageFamilies.keys());
    asked.addAll(labels());
    assertThat(chinese.keySet()).containsAll(asked);
  }

  @Test
  void everyKeyIsUsed() throws IOException {
    Set<String> used = found(templates(), IN_TEMPLATES);
    used.addAll(found(code(), LITERAL));
    used.addAll(MessageFamilies.keys());
    assertThat(chinese.keySet())
        .filteredOn(key -> !key.startsWith("field."))
        .allMatch(used::contains);
  }

  @Test
  void everyFamilyOfKeysIsKnown() throws IOException {
    Set<String> prefixes = found(templates(), FAMILY);
    // The labels of fields are checked by the names of the fields.
    prefixes.remove("field.");
    for (String prefix : prefixes) {
      assertThat(MessageFamilies.keys()).as(prefix).anyMatch(key -> key.startsWith(prefix));
    }
  }

  /** What a form asks for, a column of a file and a column of a list are called the same. */
  @Test
  void oneThingHasOneName() {
    for (Map<String, String> language : List.of(chinese, english)) {
      assertThat(language)
          .containsEntry("field.channel", language.get("export.channel"))
          .containsEntry("field.defaults.channel", language.get("export.channel"))
          .containsEntry("word.rosterField.CHANNEL", language.get("export.channel"))
          .containsEntry("field.donor.identityNumber", language.get("field.identityNumber"))
          .containsEntry("field.payee.identityNumber", language.get("field.identityNumber"))
          .containsEntry("word.rosterField.IDENTITY_NUMBER", language.get("field.identityNumber"))
          .containsEntry("word.rosterField.PHONE", language.get("field.phone"));
    }
    // 凭证号 alone is the number of a voucher, which is another thing.
    assertThat(chinese.values()).noneMatch(text -> text.matches(".*(?<!原始)凭证号.*"));
  }

  private static Set<String> labels() throws IOException {
    return found(templates(), FORM_FIELD).stream()
        .map(name -> "field." + name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> places(@org.jspecify.annotations.Nullable String text) {
    return PLACE
        .matcher(String.valueOf(text))
        .results()
        .map(place -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> found(List<String> texts, Pattern pattern) {
    return texts.stream()
        .flatMap(text -> pattern.matcher(text).results())
        .map((MatchResult hit) -> hit.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> templates() throws IOException {
    return files(SOURCES.resolve("resources/templates"), ".html");
  }

  private static List<String> code() throws IOException {
    return files(SOURCES.resolve("java/org/aidledger/api"), ".java");
  }

  private static List<String> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> wanted = all.filter(file -> file.toString().endsWith(ending)).toList();
      assertThat(wanted).isNotEmpty();
      List<String> texts = new java.util.ArrayList<>();
      for (Path file : wanted) {
        texts.add(Files.readString(file));
      }
      return texts;
    }
  }

  /** The lines as they stand, since a file of properties hides a key that is there twice. */
  private static Map<String, String> read(String language) {
    Map<String, String> texts = new LinkedHashMap<>();
    try {
      for (String line :
          Files.readAllLines(SOURCES.resolve("resources/messages_" + language + ".properties"))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int at = line.indexOf('=');
          assertThat(at).as(line).isPositive();
          String key = line.substring(0, at);
          assertThat(texts.put(key, line.substring(at + 1))).as("twice: " + key).isNull();
          assertThat(texts.get(key)).as(key).isNotBlank();
        }
      }
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
    return texts;
  }
}
