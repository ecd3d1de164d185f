package org.aidledger.core.stream;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fixture.LockOrder;
import org.junit.jupiter.api.Test;

/** All orders lock what they load in one order, so that no two of them wait for each other. */
class LockOrderTest {

  private final LedgerFixture ledger =
      new LedgerFixture()
          .given(FINANCE, open(AID), open(RELIEF))
          .given(FINANCE, record(AID, line("D1", "10.00"), line("D2", "10.00")))
          .given(FINANCE, record(AID, line("D3", "10.00"), line("D4", "10.00")));

  @Test
  void correctionsAndRefundsLockTheDonationBeforeItsFund() {
    lockInOrder(FINANCE2, correct("D1", "11.00", FINANCE2));
    lockInOrder(FINANCE, request(AID, refund("R1", "D1", "1.00"), FINANCE));
    lockInOrder(APPROVER, approve("R1", APPROVER));
    lockInOrder(CASHIER, pay("R1", CASHIER));
    lockInOrder(CASHIER, takeBack("R1", CASHIER));
    lockInOrder(FINANCE, cancel("R1", FINANCE));
    lockInOrder(FINANCE2, reverse("D2", FINANCE2));
  }

  @Test
  void rostersLockTheirDonationsByIdentityWhateverTheOrderOfTheirLines() {
    lockInOrder(
        FINANCE,
        requestBatch(
            AID,
            "B1",
            FINANCE,
            refund("R1", "D1", "1.00"),
            refund("R2", "D2", "1.00"),
            refund("R3", "D3", "1.00"),
            refund("R4", "D4", "1.00")));
    lockInOrder(APPROVER, rejectBatch("B1", APPROVER));
  }

  @Test
  void transfersLockTheirFundsByIdentityWhateverTheirDirection() {
    lockInOrder(FINANCE, transfer(AID, RELIEF, "T1", yuan("1.00")));
    lockInOrder(FINANCE, transfer(RELIEF, AID, "T2", yuan("1.00")));
    lockInOrder(FINANCE, close(AID, RELIEF));
  }

  private void lockInOrder(AccountId actor, Object order) {
    var then = ledger.when(actor, order);
    assertThat(then.failure()).isNull();
    LockOrder.requireKept(then.locked());
  }
}
