package org.aidledger.api.roster;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The titles under which offices and banks keep each field, from {@code synonyms.properties}. */
final class Synonyms {

  /**
   * What a title may be.
   *
   * @param rank the smaller wins where several columns could hold the field
   */
  record Match(RosterField field, int rank) {}

  private static final String RESOURCE = "/roster/synonyms.properties";
  private static final Map<RosterKind, Map<RosterField, List<List<String>>>> TITLES = load();
  private static final Map<RosterKind, Map<String, List<Match>>> BY_TITLE = index();

  private Synonyms() {}

  /** What a column with this title may be in a file of this kind, best first. */
  static List<Match> matches(RosterKind kind, String title) {
    return of(BY_TITLE, kind).getOrDefault(Titles.normal(title), List.of());
  }

  /** The titles of a field as they are written in the list, in their ranks. */
  static List<List<String>> titles(RosterKind kind, RosterField field) {
    return of(TITLES, kind).getOrDefault(field, List.of());
  }

  private static Map<RosterKind, Map<RosterField, List<List<String>>>> load() {
    Properties lines = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Synonyms.class.getResourceAsStream(RESOURCE), RESOURCE),
            StandardCharsets.UTF_8)) {
      lines.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    Map<RosterKind, Map<RosterField, List<List<String>>>> titles = new EnumMap<>(RosterKind.class);
    for (RosterKind kind : RosterKind.values()) {
      Map<RosterField, List<List<String>>> ofKind = new EnumMap<>(RosterField.class);
      for (RosterField field : kind.fields()) {
        ofKind.put(field, ranks(kind + "." + field, lines.getProperty(kind + "." + field)));
      }
      titles.put(kind, Collections.unmodifiableMap(ofKind));
    }
    return titles;
  }

  private static List<List<String>> ranks(String key, @Nullable String line) {
    return Arrays.stream(Objects.requireNonNull(line, key).split("\\|", -1))
        .map(rank -> Arrays.stream(rank.split(",", -1)).map(String::strip).toList())
        .toList();
  }

  private static Map<RosterKind, Map<String, List<Match>>> index() {
    Map<RosterKind, Map<String, List<Match>>> index = new EnumMap<>(RosterKind.class);
    TITLES.forEach(
        (kind, fields) -> {
          Map<String, List<Match>> byTitle = new HashMap<>();
          fields.forEach(
              (field, ranks) -> {
                for (int rank = 0; rank < ranks.size(); rank++) {
                  for (String title : ranks.get(rank)) {
                    byTitle
                        .computeIfAbsent(Titles.normal(title), _ -> new ArrayList<>())
                        .add(new Match(field, rank));
                  }
                }
              });
          index.put(kind, byTitle);
        });
    return index;
  }

  private static <T> T of(Map<RosterKind, T> map, RosterKind kind) {
    return Objects.requireNonNull(map.get(kind));
  }
}
