package org.aidledger.core.period;

import java.util.Optional;
import org.aidledger.core.period.event.ClosingStatements;

/** Says what the closing statements 结账报表 of a period hash to in the moment of its closing. */
@FunctionalInterface
public interface StatementsAtClosing {

  /**
   * Asked while no fund of the organisation takes an entry, so that none can slip in between the
   * statements and the lock.
   *
   * @return empty where the book is not sealed, so that no checkpoint stands for its content
   */
  Optional<ClosingStatements> of(String organisation, AccountingPeriod period);
}
