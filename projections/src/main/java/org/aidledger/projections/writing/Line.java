package org.aidledger.projections.writing;

import java.util.UUID;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * One line to be written to a fund's trail.
 *
 * @param number 0 for the first line of an event, 1 for its second
 * @param person who gave or is to be paid
 * @param text a reason, purpose or memo
 */
record Line(
    UUID fundId,
    int number,
    @Nullable Posting posting,
    Facts facts,
    @Nullable SealedText person,
    @Nullable SealedText text) {

  /** A line about something that moves nothing. */
  static Line note(String fundId, Facts facts) {
    return new Line(UUID.fromString(fundId), 0, null, facts, null, null);
  }

  /** A line of the journal. */
  static Line entry(String fundId, Posting posting, Facts facts) {
    return new Line(UUID.fromString(fundId), 0, posting, facts, null, null);
  }

  Line person(@Nullable SealedText sealed) {
    return new Line(fundId, number, posting, facts, sealed, text);
  }

  Line text(@Nullable SealedText sealed) {
    return new Line(fundId, number, posting, facts, person, sealed);
  }

  /** The same as the second line of its event. */
  Line second() {
    return new Line(fundId, 1, posting, facts, person, text);
  }
}
