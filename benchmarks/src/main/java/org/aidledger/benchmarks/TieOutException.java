package org.aidledger.benchmarks;

import java.util.List;

/** The book does not hold what was sent; no figure of such a run counts. */
final class TieOutException extends Exception {

  TieOutException(List<String> findings) {
    super(String.join("; ", findings));
  }
}
