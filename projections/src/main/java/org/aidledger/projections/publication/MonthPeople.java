package org.aidledger.projections.publication;

import java.time.YearMonth;
import java.util.Set;

/**
 * People whose money moved in a month, as far as it takes to know whether there were enough.
 *
 * @param gave donors, by a key that says nothing; at most as many as were asked for
 * @param got people who were paid, refunded, or whose payment came back
 */
public record MonthPeople(YearMonth month, Set<String> gave, Set<String> got) {

  public MonthPeople {
    gave = Set.copyOf(gave);
    got = Set.copyOf(got);
  }
}
