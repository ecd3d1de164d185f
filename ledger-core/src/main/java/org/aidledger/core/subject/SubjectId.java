package org.aidledger.core.subject;

import java.util.UUID;

/** A person as the book knows them: a random number. */
public record SubjectId(UUID value) {

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is not a UUID
   */
  public static SubjectId of(String text) {
    return new SubjectId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
