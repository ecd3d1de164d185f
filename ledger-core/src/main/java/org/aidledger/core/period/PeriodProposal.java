package org.aidledger.core.period;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A closing or reopening that waits for a second person.
 *
 * @param closingWith what shall become of late entries, null for a reopening
 * @param openItems what was open when it was proposed
 */
public record PeriodProposal(
    String proposalId,
    AccountingPeriod period,
    @Nullable LateEntries closingWith,
    Set<String> openItems,
    String proposedBy) {

  public boolean isClosing() {
    return closingWith != null;
  }
}
