package org.aidledger.api.json;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which day it is for the office.
 *
 * @param zone the business time zone, in which effective dates are meant
 */
public record BusinessCalendar(Clock clock, ZoneId zone) {

  /** The first day that an entry may carry: the founding of the republic whose unions keep it. */
  public static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
