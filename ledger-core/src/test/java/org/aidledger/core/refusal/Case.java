package org.aidledger.core.refusal;

import java.util.function.UnaryOperator;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fixture.LedgerFixture;

/** A ledger in some state and an order that a rule refuses. */
record Case(
    RuleCode code,
    String sentence,
    UnaryOperator<LedgerFixture> given,
    AccountId actor,
    Object order) {

  void requireRefused() {
    given.apply(new LedgerFixture()).when(actor, order).thenRefused(code);
  }

  @Override
  public String toString() {
    return code + ": " + sentence;
  }
}
