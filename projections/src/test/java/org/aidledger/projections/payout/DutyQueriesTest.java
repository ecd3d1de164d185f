package org.aidledger.projections.payout;

import static org.aidledger.projections.Book.FINANCE;
import static org.aidledger.projections.Book.FUND;
import static org.aidledger.projections.Book.id;
import static org.aidledger.projections.Book.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.payout.event.PayoutBatchApproved;
import org.aidledger.core.payout.event.PayoutBatchRequested;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.payout.event.PayoutReturned;
import org.aidledger.projections.Book;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who has to act on what: nobody decides or pays what they asked for or agreed to. */
class DutyQueriesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final String BATCH = id(50);
  private static final String APPROVER = id(70);
  private static final String CASHIER = id(71);

  @Test
  void whatWaitsIsCountedForEachPerson() throws SQLException {
    Book book = Book.withFund();
    // One to decide, one half decided, one to pay, one returned.
    List.of(10, 11, 12, 13).forEach(i -> book.then("Payout", id(i), requested(id(i), null)));
    book.then("Payout", id(11), approved(id(11), null));
    for (int i : List.of(12, 13)) {
      book.then("Payout", id(i), approved(id(i), (long) i));
    }
    book.then("Payout", id(13), new PayoutPaid(id(13), FUND, "AID", 500, DAY, "b", CASHIER, 20))
        .then("Payout", id(13), new PayoutReturned(id(13), FUND, "AID", 500, DAY, sealed(8), 21));
    DutyQueries duties = new DutyQueries(book.applied());

    assertThat(duties.counts(CASHIER)).isEqualTo(new DutyCounts(2, 0, 1, 1));
    assertThat(duties.counts(APPROVER)).isEqualTo(new DutyCounts(1, 1, 0, 1));
    assertThat(duties.counts(FINANCE)).isEqualTo(new DutyCounts(0, 2, 0, 1));
    assertThat(ids(duties, "REQUESTED")).containsExactly(id(10), id(11));
    assertThat(ids(duties, "APPROVED")).containsExactly(id(12));
    assertThat(ids(duties, "RETURNED")).containsExactly(id(13));
  }

  @Test
  void aBatchCountsOnceAndItsLinesNotAtAll() throws SQLException {
    Book book = Book.withFund();
    List<String> lines = List.of(id(21), id(22));
    lines.forEach(payout -> book.then("Payout", payout, requested(payout, BATCH)));
    book.then(
        "PayoutBatch",
        BATCH,
        new PayoutBatchRequested(BATCH, FUND, "o", "名册", 2, 1_000, lines, FINANCE));
    DutyQueries asked = new DutyQueries(book.applied());
    assertThat(asked.counts(CASHIER)).isEqualTo(new DutyCounts(1, 0, 0, 0));
    assertThat(asked.batchesToDecide()).extracting(PayoutBatchView::batchId).containsExactly(BATCH);
    assertThat(ids(asked, "REQUESTED")).isEmpty();

    book.then("PayoutBatch", BATCH, new PayoutBatchApproved(BATCH, FUND, APPROVER, 1, true))
        .then("Payout", id(21), approved(id(21), 1L))
        .then("Payout", id(22), approved(id(22), 2L));
    DutyQueries approved = new DutyQueries(book.applied());
    assertThat(approved.counts(CASHIER)).isEqualTo(new DutyCounts(0, 0, 1, 0));
    assertThat(approved.counts(APPROVER)).isEqualTo(new DutyCounts(0, 0, 0, 0));
    assertThat(approved.batchesToPay()).extracting(PayoutBatchView::batchId).containsExactly(BATCH);

    for (String payout : lines) {
      book.then("Payout", payout, new PayoutPaid(payout, FUND, "AID", 500, DAY, "b", CASHIER, 5));
    }
    book.then("Payout", id(22), new PayoutReturned(id(22), FUND, "AID", 500, DAY, sealed(8), 7));
    DutyQueries paid = new DutyQueries(book.applied());
    assertThat(paid.batchesToPay()).isEmpty();
    assertThat(paid.counts(CASHIER)).isEqualTo(new DutyCounts(0, 0, 0, 1));
    assertThat(ids(paid, "RETURNED")).as("one by one, though of a batch").containsExactly(id(22));
  }

  private static List<String> ids(DutyQueries duties, String state) {
    return duties.payouts(state).stream().map(PayoutView::payoutId).toList();
  }

  private static PayoutRequested requested(String payout, @Nullable String batch) {
    return new PayoutRequested(
        payout,
        FUND,
        "o",
        "p-" + payout,
        "AID",
        null,
        batch,
        500,
        "CNY",
        new Payee(sealed(6), "digest", "6789"),
        sealed(7),
        FINANCE);
  }

  /** With an entry number the approval is the last that was needed. */
  private static PayoutApproved approved(String payout, @Nullable Long entryNumber) {
    return new PayoutApproved(
        payout, FUND, APPROVER, 1, entryNumber != null, 500, DAY, entryNumber);
  }
}
