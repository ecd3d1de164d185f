package org.aidledger.api.statement;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Finds one kind of exception 异常 in what the book of a size knows of a period. A form has a fixed
 * list of rules: one more would change the bytes of every statement that was hashed before, so it
 * begins a new form.
 */
interface ExceptionRule {

  /**
   * One line of the list.
   *
   * @param kind names the kind among the words
   * @param position the event behind it, by which its proof is asked for
   * @param about what it is, without anybody's name
   */
  record Line(
      String kind,
      @Nullable String fundId,
      long position,
      Instant recordedAt,
      @Nullable LocalDate effectiveOn,
      @Nullable Long entryNumber,
      @Nullable Long amount,
      @Nullable String currency,
      @Nullable String about,
      @Nullable String actor) {}

  /** Takes what is found. */
  @FunctionalInterface
  interface Taker {
    void take(Line line) throws IOException;
  }

  void find(StatementScope scope, StatementWords words, Taker taker) throws IOException;
}
