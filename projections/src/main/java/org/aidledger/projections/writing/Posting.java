package org.aidledger.projections.writing;

import java.time.LocalDate;
import org.aidledger.core.fund.Movement;

/**
 * An entry of a fund's journal.
 *
 * @param refund whether a payment or return is about a donor's refund rather than aid
 * @param amount in minor units, as the movement counts it
 */
record Posting(
    long entryNumber, Movement movement, boolean refund, long amount, LocalDate effectiveOn) {

  Posting(long entryNumber, Movement movement, long amount, LocalDate effectiveOn) {
    this(entryNumber, movement, false, amount, effectiveOn);
  }
}
