package org.aidledger.projections.donation;

import static org.aidledger.projections.Book.FUND;
import static org.aidledger.projections.Book.id;
import static org.aidledger.projections.Book.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.core.donation.event.DonationCorrected;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.DonationRefundReleased;
import org.aidledger.core.donation.event.DonationRefundReserved;
import org.aidledger.core.donation.event.DonationReversed;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.payout.event.PayoutReturned;
import org.aidledger.projections.Book;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.junit.jupiter.api.Test;

class DonationQueriesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final String DONATION = id(2);
  private static final String PAYOUT = id(3);
  private static final Donor UNIT = new Donor("ORGANISATION", "第一公司", null, null);
  private static final Donor PERSON = new Donor("NAMED", null, sealed(4), "digest");

  @Test
  void aRecordedDonationIsShownWhole() throws SQLException {
    DonationQueries donations =
        new DonationQueries(
            Book.withFund().then("Donation", DONATION, received(DONATION, 1)).applied());
    assertThat(donations.one(DONATION))
        .contains(
            new DonationView(
                DONATION,
                FUND,
                "o",
                "BANK-1",
                "r1",
                "RECORDED",
                10_000,
                "CNY",
                DAY,
                "CASH",
                "ORGANISATION",
                "第一公司",
                null,
                null,
                "hash",
                1,
                Book.at(1),
                Book.FINANCE,
                0,
                0,
                1,
                1));
    assertThat(donations.one(id(99))).isEmpty();
    assertThat(donations.one("<script>")).isEmpty();
  }

  @Test
  void aCorrectionReplacesWhatWasWrong() throws SQLException {
    DonationView donation =
        one(
            Book.withFund()
                .then("Donation", DONATION, received(DONATION, 1))
                .then(
                    "Donation",
                    DONATION,
                    new DonationCorrected(
                        DONATION,
                        FUND,
                        2,
                        10_000,
                        DAY,
                        12_000,
                        DAY.plusDays(1),
                        PERSON,
                        sealed(5))));
    assertThat(donation.status()).isEqualTo("CORRECTED");
    assertThat(donation.amount()).isEqualTo(12_000);
    assertThat(donation.receivedOn()).isEqualTo(DAY.plusDays(1));
    assertThat(donation.donor()).isEqualTo(sealed(4));
    assertThat(donation.donorOrganisation()).isNull();
    assertThat(donation.entryNumber()).isEqualTo(3);
    assertThat(donation.firstPosition()).isEqualTo(1);
    assertThat(donation.lastPosition()).isEqualTo(2);
  }

  @Test
  void aReversalIsAStatus() throws SQLException {
    DonationView donation =
        one(
            Book.withFund()
                .then("Donation", DONATION, received(DONATION, 1))
                .then(
                    "Donation",
                    DONATION,
                    new DonationReversed(DONATION, FUND, 2, 10_000, DAY, sealed(5))));
    assertThat(donation.status()).isEqualTo("REVERSED");
  }

  @Test
  void refundsAreReservedPaidReturnedAndReleased() throws SQLException {
    Book book =
        Book.withFund()
            .then("Donation", DONATION, received(DONATION, 1))
            .then("Donation", DONATION, new DonationRefundReserved(DONATION, PAYOUT, 3_000))
            .then("Payout", PAYOUT, requested());
    assertRefund(book, 3_000, 0);
    book.then("Payout", PAYOUT, new PayoutPaid(PAYOUT, FUND, "REFUND", 3_000, DAY, "b", "c", 3));
    assertRefund(book, 0, 3_000);
    book.then(
        "Payout", PAYOUT, new PayoutReturned(PAYOUT, FUND, "REFUND", 3_000, DAY, sealed(5), 4));
    assertRefund(book, 3_000, 0);
    book.then("Donation", DONATION, new DonationRefundReleased(DONATION, PAYOUT, 3_000));
    assertRefund(book, 0, 0);
  }

  @Test
  void theDonationsOfAFundAreListedInPages() throws SQLException {
    Book book = Book.withFund();
    for (int i = 1; i <= 5; i++) {
      book.then("Donation", id(10 + i), received(id(10 + i), i));
    }
    DonationQueries donations = new DonationQueries(book.applied());
    Page<DonationView> first = donations.ofFund(FUND, Order.NEWEST_FIRST, null, 3);
    Page<DonationView> second = donations.ofFund(FUND, Order.NEWEST_FIRST, first.next(), 3);
    assertThat(first.items()).extracting(DonationView::entryNumber).containsExactly(5L, 4L, 3L);
    assertThat(second.items()).extracting(DonationView::entryNumber).containsExactly(2L, 1L);
    assertThat(second.next()).isNull();
    assertThat(donations.ofFund(id(98), Order.OLDEST_FIRST, null, 3).items()).isEqualTo(List.of());
  }

  private static void assertRefund(Book book, long reserved, long refunded) throws SQLException {
    DonationView donation = one(book);
    assertThat(donation.refundReserved()).isEqualTo(reserved);
    assertThat(donation.refunded()).isEqualTo(refunded);
  }

  private static DonationView one(Book book) throws SQLException {
    return new DonationQueries(book.applied()).one(DONATION).orElseThrow();
  }

  private static DonationReceived received(String donation, int number) {
    return new DonationReceived(
        donation,
        FUND,
        "o",
        "BANK-1",
        "r" + number,
        10_000,
        "CNY",
        DAY,
        "CASH",
        UNIT,
        "hash",
        number);
  }

  private static PayoutRequested requested() {
    return new PayoutRequested(
        PAYOUT,
        FUND,
        "o",
        "p1",
        "REFUND",
        DONATION,
        null,
        3_000,
        "CNY",
        new Payee(sealed(6), "digest", null),
        sealed(7),
        Book.FINANCE);
  }
}
