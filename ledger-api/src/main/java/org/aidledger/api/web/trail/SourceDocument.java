package org.aidledger.api.web.trail;

import java.util.Map;
import org.aidledger.api.web.text.Texts;
import org.aidledger.projections.trail.TrailLine;
import org.jspecify.annotations.Nullable;

/** The source document 原始凭证 behind a line. */
final class SourceDocument {

  private SourceDocument() {}

  /** The book that numbered it and its number there, absent if the line has none. */
  static @Nullable String of(TrailLine line, Texts texts) {
    Map<String, String> facts = line.facts();
    if (facts.containsKey("bankReference")) {
      return facts.get("bankReference");
    }
    if (facts.containsKey("evidence")) {
      return facts.get("evidence");
    }
    String reference = facts.get("reference");
    String source = facts.get("source");
    return reference == null || source == null ? reference : book(source, texts) + " " + reference;
  }

  /** A donation is numbered by its channel, another entry by its category. */
  private static String book(String source, Texts texts) {
    return texts.getOr("word.channel." + source, texts.word("category", source));
  }
}
