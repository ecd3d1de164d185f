package org.aidledger.api.web.text;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills named places in a sentence. <code>{name}</code> stands for a fact; a part in [brackets] is
 * left out if it names a fact that is not there.
 */
final class Template {

  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

  private Template() {}

  static String fill(String template, Map<String, String> facts) {
    // Brackets are dealt with before facts are, so that a fact may hold any character.
    String wanted =
        OPTIONAL
            .matcher(template)
            .replaceAll(part -> Matcher.quoteReplacement(complete(part, facts)));
    return PLACE
        .matcher(wanted)
        .replaceAll(place -> Matcher.quoteReplacement(facts.getOrDefault(place.group(1), "")));
  }

  private static String complete(MatchResult part, Map<String, String> facts) {
    boolean known =
        PLACE.matcher(part.group(1)).results().allMatch(place -> facts.containsKey(place.group(1)));
    return known ? part.group(1) : "";
  }
}
