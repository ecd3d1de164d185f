package org.aidledger.api.web.desk;

import java.util.List;

/**
 * Whom the book knows of those that were typed in.
 *
 * @param sure recognised by a number: this is the person, nothing is to be chosen
 * @param people whom a name may mean, the latest donor first
 */
record KnownDonors(boolean sure, List<Candidate> people) {

  /**
   * Somebody who gave before.
   *
   * @param last what was given last, in words
   * @param likely whether nothing speaks against it being this one
   */
  record Candidate(String subjectId, String name, String unit, String last, boolean likely) {}

  boolean mustChoose() {
    return !sure && !people.isEmpty();
  }
}
