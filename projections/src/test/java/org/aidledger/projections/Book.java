package org.aidledger.projections;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.writing.LedgerProjection;

/** A short story told event by event, and applied to empty read models. */
public final class Book {

  /** When the event at position 0 was recorded; each next one is a second later. */
  public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  public static final String FUND = id(1);
  public static final String FINANCE = "f0000000-0000-4000-8000-000000000001";

  /** The effective date of the donations. */
  public static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  public static final Donor ANONYMOUS = new Donor("ANONYMOUS", null, null, null);

  private final List<RecordedEvent> events = new ArrayList<>();

  /** A book with one open fund, at position 0. */
  public static Book withFund() {
    return new Book()
        .then("Fund", FUND, new FundOpened(FUND, "o", "F1", "n", "p", "CNY", "OWN", null));
  }

  /** An identifier for tests. */
  public static String id(int number) {
    return new UUID(0x4000L, 0x8000_0000_0000_0000L + number).toString();
  }

  /** A sealed text for tests. */
  public static SealedText sealed(int number) {
    return new SealedText(id(number), "sealed " + number);
  }

  /** An anonymous donation into the fund. */
  public static DonationReceived donation(int number, long entryNumber, long amount) {
    return new DonationReceived(
        id(number),
        FUND,
        "o",
        "CASH",
        "d-" + number,
        amount,
        "CNY",
        DAY,
        "CASH",
        ANONYMOUS,
        null,
        entryNumber);
  }

  /**
   * Aid that finance staff asked for.
   *
   * @param payee number of the subject who is to get it
   */
  public static PayoutRequested payout(int number, int payee, long amount) {
    return new PayoutRequested(
        id(number),
        FUND,
        "o",
        "p-" + number,
        "AID",
        null,
        null,
        amount,
        "CNY",
        new Payee(sealed(payee), "digest", "6789"),
        sealed(7),
        FINANCE);
  }

  public Book then(String streamType, String streamId, Object payload) {
    int position = events.size();
    events.add(
        new RecordedEvent(
            position,
            id(1_000_000 + position),
            streamType,
            streamId,
            0,
            at(position),
            FINANCE,
            payload));
    return this;
  }

  /** When an event was recorded. */
  public static Instant at(int position) {
    return BEGIN.plusSeconds(position);
  }

  public DataSource applied() throws SQLException {
    DataSource dataSource = TestDatabase.empty();
    TestDatabase.apply(dataSource, new LedgerProjection(), ReadSchema.LIVE, events, 3);
    return dataSource;
  }
}
