package org.aidledger.core.refusal;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.*;
import static org.aidledger.core.refusal.RuleCode.*;

import java.util.Set;
import org.aidledger.core.account.Role;
import org.aidledger.core.account.command.OpenAccount;
import org.aidledger.core.fixture.LedgerFixture;

/** Ledgers in the states that rules are about. */
final class Givens {

  private Givens() {}

  static LedgerFixture fund(LedgerFixture ledger) {
    return ledger.given(FINANCE, open(AID), record(AID, line("D1", "100.00")));
  }

  static LedgerFixture requested(LedgerFixture ledger) {
    return fund(ledger).given(FINANCE, request(AID, aid("P1", "1.00"), FINANCE));
  }

  static LedgerFixture approved(LedgerFixture ledger) {
    return requested(ledger).given(APPROVER, approve("P1", APPROVER));
  }

  static LedgerFixture account(LedgerFixture ledger) {
    return ledger.given(ADMIN2, new OpenAccount(ADMIN, sealed("name"), Set.of(Role.ADMIN), ADMIN2));
  }
}
