package org.aidledger.api.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

  private Map<SealedText, String> whole(
      Collection<SealedText> sealed, Map<SealedText, String> opened) {
    Map<SealedText, String> whole = new HashMap<>(opened);
    List<String> gone = new ArrayList<>();
    for (SealedText text : sealed) {
      if (!opened.containsKey(text)) {
        gone.add(text.subjectId());
        whole.put(text, words.get("person.destroyed"));
      }
    }
    if (!booked.destroyedSince(gone, size).isEmpty()) {
      throw new ApiProblem(ApiCode.STATEMENT_KEYS_DESTROYED);
    }
    opened.keySet().forEach(text -> read.add(text.subjectId()));
    return whole;
  }

  /** Whose data were opened. */
  Set<String> read() {
    return read;
  }
}
