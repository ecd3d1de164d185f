package org.aidledger.api.export;

import java.time.Instant;
import java.time.LocalDate;
import org.aidledger.core.money.Money;

/** One value of a row, as what it is, so that each format can write it in its own way. */
public sealed interface Cell {

  /** Nothing to say. */
  Cell BLANK = new Blank();

  /** What {@link #BLANK} is. */
  record Blank() implements Cell {}

  /** Words that somebody wrote; they are never taken for a formula. */
  record Words(String text) implements Cell {}

  /** An amount; its currency stands in a column of its own. */
  record Amount(Money money) implements Cell {}

  /** A day of the calendar. */
  record Day(LocalDate day) implements Cell {}

  /** A moment, written in the business time zone. */
  record Time(Instant time) implements Cell {}

  /** A count or a number in a sequence. */
  record Whole(long number) implements Cell {}
}
