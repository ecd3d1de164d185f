package org.aidledger.api.statement;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.trail.BookedQueries;

/**
 * People by name. A key that was destroyed before the closing left its mark in the statement as it
 * was hashed; one that was destroyed since makes the statement impossible to repeat.
 */
final class NamedPeople implements StatementPeople {

  private final PersonalTexts personal;
  private final BookedQueries booked;
  private final long size;
  private final StatementWords words;
  private final Set<String> read = new HashSet<>();

  NamedPeople(PersonalTexts personal, BookedQueries booked, long size, StatementWords words) {
    this.personal = personal;
    this.booked = booked;
    this.size = size;
    this.words = words;
  }

  @Override
  public Map<SealedText, String> names(Collection<SealedText> persons) {
    return whole(persons, personal.names(persons));
  }

  @Override
  public Map<SealedText, String> texts(Collection<SealedText> texts) {
    return whole(texts, personal.texts(texts));
  }

  /** By the book and not by whether it opens: a key that is gone may be at hand for seconds. */
  private Map<SealedText, String> whole(
      Collection<SealedText> sealed, Map<SealedText, String> opened) {
    Map<String, Long> destroyed =
        booked.destroyed(sealed.stream().map(SealedText::subjectId).distinct().toList());
    if (destroyed.values().stream().anyMatch(at -> at >= size)) {
      throw new ApiProblem(ApiCode.STATEMENT_KEYS_DESTROYED);
    }
    Map<SealedText, String> whole = new HashMap<>();
    for (SealedText text : sealed) {
      String value = opened.get(text);
      if (value == null || destroyed.containsKey(text.subjectId())) {
        whole.put(text, words.get("person.destroyed"));
      } else {
        whole.put(text, value);
        read.add(text.subjectId());
      }
    }
    return whole;
  }

  /** Whose data were opened. */
  Set<String> read() {
    return read;
  }
}
