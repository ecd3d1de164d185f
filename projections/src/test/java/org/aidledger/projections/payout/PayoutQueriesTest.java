package org.aidledger.projections.payout;

import static org.aidledger.projections.Book.FINANCE;
import static org.aidledger.projections.Book.FUND;
import static org.aidledger.projections.Book.id;
import static org.aidledger.projections.Book.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.payout.event.PayoutBatchApproved;
import org.aidledger.core.payout.event.PayoutBatchRejected;
import org.aidledger.core.payout.event.PayoutBatchRequested;
import org.aidledger.core.payout.event.PayoutCancelled;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutRejected;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.payout.event.PayoutReturned;
import org.aidledger.projections.Book;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayoutQueriesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final String BATCH = id(50);

  @Test
  void aPayoutIsFollowedThroughItsStates() throws SQLException {
    String payout = id(2);
    Book book = Book.withFund().then("Payout", payout, requested(payout, null));
    assertThat(one(book, payout).state()).isEqualTo("REQUESTED");
    book.then("Payout", payout, approved(payout, "a1", 1, null))
        .then("Payout", payout, approved(payout, "a2", 2, 1L));
    assertThat(one(book, payout).state()).isEqualTo("APPROVED");
    book.then("Payout", payout, new PayoutPaid(payout, FUND, "AID", 500, DAY, "bank", "c", 2));
    PayoutView paid = one(book, payout);
    assertThat(paid.state()).isEqualTo("PAID");
    assertThat(paid.approvals())
        .containsExactly(new ApprovalView("a1", Book.at(2)), new ApprovalView("a2", Book.at(3)));
    assertThat(paid.paidBy()).isEqualTo("c");
    assertThat(paid.paidOn()).isEqualTo(DAY);
    assertThat(paid.bankReference()).isEqualTo("bank");
    assertThat(paid.payee()).isEqualTo(sealed(6));
    assertThat(paid.purpose()).isEqualTo(sealed(7));
    assertThat(paid.accountLastFour()).isEqualTo("6789");
    assertThat(paid.requestedBy()).isEqualTo(FINANCE);
    assertThat(paid.requestedAt()).isEqualTo(Book.at(1));
    book.then("Payout", payout, new PayoutReturned(payout, FUND, "AID", 500, DAY, sealed(8), 3));
    assertThat(one(book, payout).state()).isEqualTo("RETURNED");
    assertThat(one(book, payout).returnedOn()).isEqualTo(DAY);
    book.then("Payout", payout, new PayoutCancelled(payout, FUND, 500, DAY, sealed(9), 4L));
    assertThat(one(book, payout).state()).isEqualTo("CANCELLED");
    assertThat(one(book, payout).reason()).isEqualTo(sealed(9));
    assertThat(new PayoutQueries(book.applied()).one(id(77))).isEmpty();
  }

  @Test
  void desksListPayoutsByStateAndFund() throws SQLException {
    Book book = Book.withFund();
    for (int i = 10; i < 16; i++) {
      book.then("Payout", id(i), requested(id(i), null));
    }
    book.then("Payout", id(10), new PayoutRejected(id(10), FUND, sealed(8)))
        .then("Payout", id(11), approved(id(11), "a", 1, 1L));
    PayoutQueries payouts = new PayoutQueries(book.applied());
    assertThat(ids(payouts, PayoutFilter.in("APPROVED", "REJECTED")))
        .containsExactly(id(10), id(11));
    assertThat(ids(payouts, PayoutFilter.ofFund(FUND))).hasSize(6);
    assertThat(ids(payouts, PayoutFilter.ofFund(id(99)))).isEmpty();
    assertThat(ids(payouts, PayoutFilter.ofFund("; drop"))).isEmpty();
    Page<PayoutView> first = payouts.list(PayoutFilter.in(), Order.NEWEST_FIRST, null, 4);
    Page<PayoutView> second = payouts.list(PayoutFilter.in(), Order.NEWEST_FIRST, first.next(), 4);
    assertThat(first.items()).extracting(PayoutView::payoutId).startsWith(id(15), id(14));
    assertThat(second.items()).extracting(PayoutView::payoutId).containsExactly(id(11), id(10));
  }

  @Test
  void aBatchCountsItsPayoutsByState() throws SQLException {
    Book book = Book.withFund();
    List<String> ids = List.of(id(21), id(22), id(23));
    ids.forEach(payout -> book.then("Payout", payout, requested(payout, BATCH)));
    book.then(
            "PayoutBatch",
            BATCH,
            new PayoutBatchRequested(BATCH, FUND, "o", "名册", 3, 1_500, ids, FINANCE))
        .then("Payout", id(22), new PayoutCancelled(id(22), FUND, 500, DAY, sealed(8), null))
        .then("PayoutBatch", BATCH, new PayoutBatchApproved(BATCH, FUND, "a", 1, true))
        .then("Payout", id(21), approved(id(21), "a", 1, 1L))
        .then("Payout", id(23), approved(id(23), "a", 1, 2L));
    DataSource dataSource = book.applied();
    PayoutBatchQueries batches = new PayoutBatchQueries(dataSource);
    PayoutBatchView batch = batches.one(BATCH).orElseThrow();
    assertThat(batch.state()).isEqualTo("APPROVED");
    assertThat(batch.count()).isEqualTo(3);
    assertThat(batch.total()).isEqualTo(1_500);
    assertThat(batch.approvals()).containsExactly(new ApprovalView("a", Book.at(6)));
    assertThat(batch.payoutsByState()).isEqualTo(Map.of("APPROVED", 2L, "CANCELLED", 1L));
    assertThat(ids(new PayoutQueries(dataSource), PayoutFilter.ofBatch(BATCH)))
        .containsExactlyElementsOf(ids);
    assertThat(batches.list(FUND, "APPROVED", Order.NEWEST_FIRST, null, 10).items())
        .containsExactly(batch);
    assertThat(batches.list(null, "REQUESTED", Order.NEWEST_FIRST, null, 10).items()).isEmpty();
  }

  @Test
  void aRejectedBatchHasItsReason() throws SQLException {
    Book book =
        Book.withFund()
            .then(
                "PayoutBatch",
                BATCH,
                new PayoutBatchRequested(BATCH, FUND, "o", "名册", 0, 0, List.of(), FINANCE))
            .then("PayoutBatch", BATCH, new PayoutBatchRejected(BATCH, FUND, sealed(8)));
    PayoutBatchView batch = new PayoutBatchQueries(book.applied()).one(BATCH).orElseThrow();
    assertThat(batch.state()).isEqualTo("REJECTED");
    assertThat(batch.reason()).isEqualTo(sealed(8));
    assertThat(batch.payoutsByState()).isEmpty();
  }

  private static PayoutView one(Book book, String payout) throws SQLException {
    return new PayoutQueries(book.applied()).one(payout).orElseThrow();
  }

  private static List<String> ids(PayoutQueries payouts, PayoutFilter filter) {
    return payouts.list(filter, Order.OLDEST_FIRST, null, 500).items().stream()
        .map(PayoutView::payoutId)
        .toList();
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

  private static PayoutApproved approved(
      String payout, String by, int approvals, @Nullable Long entryNumber) {
    return new PayoutApproved(
        payout, FUND, by, approvals, entryNumber != null, 500, DAY, entryNumber);
  }
}
