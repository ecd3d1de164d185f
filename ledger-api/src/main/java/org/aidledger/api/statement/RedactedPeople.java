package org.aidledger.api.statement;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.aidledger.core.subject.SealedText;

/**
 * A person is the first half of the random identifier that stands in the events: the same person
 * can be followed through a statement, and it stays the same when the person's key is destroyed. A
 * part of the name, as in 张*, would be gone with the key.
 */
final class RedactedPeople implements StatementPeople {

  private static final int SHOWN = 13;

  private final StatementWords words;

  RedactedPeople(StatementWords words) {
    this.words = words;
  }

  @Override
  public Map<SealedText, String> names(Collection<SealedText> persons) {
    Map<SealedText, String> marks = new HashMap<>();
    for (SealedText person : persons) {
      String mark = person.subjectId().substring(0, SHOWN).toUpperCase(Locale.ROOT);
      marks.put(person, words.get("person.redacted", mark));
    }
    return marks;
  }

  @Override
  public Map<SealedText, String> texts(Collection<SealedText> texts) {
    Map<SealedText, String> marks = new HashMap<>();
    texts.forEach(text -> marks.put(text, words.get("text.redacted")));
    return marks;
  }
}
