package org.aidledger.projections.exception;

import static org.aidledger.projections.Book.DAY;
import static org.aidledger.projections.Book.FINANCE;
import static org.aidledger.projections.Book.FUND;
import static org.aidledger.projections.Book.donation;
import static org.aidledger.projections.Book.id;
import static org.aidledger.projections.Book.payout;
import static org.aidledger.projections.Book.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.payout.event.PayoutRejected;
import org.aidledger.projections.Book;
import org.aidledger.projections.TestDatabase;
import org.junit.jupiter.api.Test;

/** Each rule finds what it is for, with the events behind it, and passes over what is right. */
class ExceptionQueriesTest {

  private static final String APPROVER = "f0000000-0000-4000-8000-000000000002";

  /** Where the book's first event is at eight in the morning of a Thursday. */
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Test
  void oneAccountUnderTwoNamesIsFound() throws SQLException {
    DataSource db =
        Book.withFund()
            .then("Payout", id(2), payout(2, 20, 500))
            .then("Payout", id(3), payout(3, 21, 500))
            .then("Payout", id(4), payout(4, 22, 500))
            .applied();
    people(db, "20,5,aa", "20,6,01", "21,5,bb", "21,6,01", "22,5,cc", "22,6,02");
    assertThat(find(db, ExceptionKind.SHARED_ACCOUNT))
        .containsExactly(
            new ExceptionView(
                ExceptionKind.SHARED_ACCOUNT, FUND, 2, List.of(1L, 2L), Map.of("names", "2")));
    assertThat(find(db, ExceptionKind.REPEATED_AID)).isEmpty();
  }

  @Test
  void aPersonAidedTwiceIsFoundByNumberOrByNameAndAccount() throws SQLException {
    DataSource db =
        Book.withFund()
            .then("Payout", id(2), payout(2, 20, 500))
            .then("Payout", id(3), payout(3, 20, 600))
            .then("Payout", id(4), payout(4, 21, 70))
            .then("Payout", id(5), payout(5, 22, 80))
            .then("Payout", id(6), payout(6, 23, 90))
            .then("Payout", id(7), payout(7, 22, 80))
            .then("Payout", id(7), new PayoutRejected(id(7), FUND, sealed(8)))
            .applied();
    people(
        db, "20,1,dd", "20,5,aa", "20,6,01", "21,5,bb", "21,6,02", "22,5,bb", "22,6,02", "23,5,bb",
        "23,6,03");
    assertThat(find(db, ExceptionKind.REPEATED_AID))
        .containsExactly(
            new ExceptionView(
                ExceptionKind.REPEATED_AID,
                FUND,
                2,
                List.of(1L, 2L),
                Map.of("total", "1100", "currency", "CNY")),
            new ExceptionView(
                ExceptionKind.REPEATED_AID,
                FUND,
                2,
                List.of(3L, 4L),
                Map.of("total", "150", "currency", "CNY")));
    assertThat(find(db, ExceptionKind.SHARED_ACCOUNT)).isEmpty();
  }

  @Test
  void payoutsThatTogetherReachTheThresholdAreFound() throws SQLException {
    DataSource db =
        new Book()
            .then("Fund", FUND, new FundOpened(FUND, "o", "F1", "n", "p", "CNY", "OWN", 1_000L))
            .then("Payout", id(2), payout(2, 20, 950))
            .then("Payout", id(3), payout(3, 20, 60))
            .then("Payout", id(4), payout(4, 21, 500))
            .then("Payout", id(5), payout(5, 21, 499))
            .then("Payout", id(6), payout(6, 22, 1_001))
            .then("Payout", id(7), payout(7, 22, 900))
            .applied();
    people(db);
    assertThat(find(db, ExceptionKind.SPLIT_PAYOUTS))
        .containsExactly(
            new ExceptionView(
                ExceptionKind.SPLIT_PAYOUTS,
                FUND,
                2,
                List.of(1L, 2L),
                Map.of("threshold", "1000", "total", "1010", "near", "1", "currency", "CNY")));
  }

  @Test
  void entriesOfANightAreFoundInTheBusinessTimeZone() throws SQLException {
    DataSource db =
        Book.withFund()
            .then("Donation", id(30), donation(30, 1, 100))
            .then("Donation", id(31), donation(31, 2, 200))
            .applied();
    assertThat(find(db, ExceptionKind.OFF_HOURS)).isEmpty();
    // The same moments are just past midnight in London.
    assertThat(
            new ExceptionQueries(db)
                .find(ExceptionKind.OFF_HOURS, scope(ZoneId.of("Europe/London"), 99)))
        .containsExactly(
            new ExceptionView(
                ExceptionKind.OFF_HOURS,
                FUND,
                2,
                List.of(1L, 2L),
                Map.of("day", "2026-01-01", "actor", FINANCE)));
  }

  @Test
  void whoBearsTheNameOfThePayeeIsFoundWhateverTheirPart() throws SQLException {
    DataSource db =
        Book.withFund()
            .then("Payout", id(2), payout(2, 20, 500))
            .then("Payout", id(3), payout(3, 21, 500))
            .then("Payout", id(3), new PayoutApproved(id(3), FUND, APPROVER, 1, true, 500, DAY, 1L))
            .then("Payout", id(4), payout(4, 22, 500))
            .applied();
    people(db, "20,5,aa", "21,5,bb", "22,5,cc");
    assertThat(find(db, ExceptionKind.SELF_DEALING))
        .containsExactly(
            new ExceptionView(
                ExceptionKind.SELF_DEALING, FUND, 1, List.of(1L), Map.of("actor", FINANCE)),
            new ExceptionView(
                ExceptionKind.SELF_DEALING, FUND, 1, List.of(2L), Map.of("actor", APPROVER)));
  }

  @Test
  void aMissingEntryNumberIsFound() throws SQLException {
    DataSource db =
        Book.withFund()
            .then("Donation", id(30), donation(30, 1, 100))
            .then("Donation", id(31), donation(31, 4, 200))
            .then("Donation", id(32), donation(32, 5, 200))
            .applied();
    assertThat(find(db, ExceptionKind.GAP))
        .containsExactly(
            new ExceptionView(
                ExceptionKind.GAP, FUND, 2, List.of(1L, 2L), Map.of("from", "2", "to", "3")));
  }

  @Test
  void aNumberThatIsMissingBeforeTheFirstEntryAskedForIsFoundToo() throws SQLException {
    DataSource db =
        Book.withFund()
            .then("Donation", id(30), donation(30, 3, 100))
            .then("Donation", id(31), donation(31, 6, 200))
            .then("Donation", id(32), donation(32, 7, 200))
            .applied();
    ExceptionView first =
        new ExceptionView(ExceptionKind.GAP, FUND, 1, List.of(1L), Map.of("from", "1", "to", "2"));
    ExceptionView between =
        new ExceptionView(
            ExceptionKind.GAP, FUND, 2, List.of(1L, 2L), Map.of("from", "4", "to", "5"));
    assertThat(find(db, ExceptionKind.GAP)).containsExactly(first, between);
    assertThat(gaps(db, 1, 3)).as("the entry before was recorded earlier").containsExactly(between);
    assertThat(gaps(db, 2, 3)).isEmpty();
  }

  @Test
  void aChannelFullOfNinesIsFoundAndThePositionsAreBounded() throws SQLException {
    Book book = Book.withFund();
    for (int i = 0; i < 300; i++) {
      book.then("Donation", id(1_000 + i), donation(1_000 + i, i + 1, 999 - i % 90));
    }
    List<ExceptionView> found = find(book.applied(), ExceptionKind.BENFORD);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().events()).isEqualTo(300);
    assertThat(found.getFirst().positions()).hasSize(ExceptionQueries.MOST_POSITIONS);
    assertThat(found.getFirst().facts())
        .containsEntry("channel", "CASH")
        .containsEntry("digit", "9")
        .containsEntry("counts", "[0, 0, 0, 0, 0, 0, 0, 0, 300]");
  }

  @Test
  void onlyThePeriodAndTheFundAskedForAreLookedAt() throws SQLException {
    DataSource db =
        Book.withFund()
            .then("Payout", id(2), payout(2, 20, 500))
            .then("Payout", id(3), payout(3, 20, 600))
            .applied();
    people(db);
    ExceptionQueries exceptions = new ExceptionQueries(db);
    assertThat(exceptions.find(null, scope(SHANGHAI, 99)))
        .extracting(ExceptionView::kind)
        .containsExactly(ExceptionKind.REPEATED_AID);
    assertThat(exceptions.find(null, scope(SHANGHAI, 1))).isEmpty();
    assertThat(exceptions.find(null, new ExceptionScope(id(99), -1, 99, SHANGHAI, Map.of())))
        .isEmpty();
  }

  private static List<ExceptionView> find(DataSource db, ExceptionKind kind) {
    return new ExceptionQueries(db).find(kind, scope(SHANGHAI, 9_999));
  }

  private static List<ExceptionView> gaps(DataSource db, long after, long through) {
    return new ExceptionQueries(db)
        .find(ExceptionKind.GAP, new ExceptionScope(null, after, through, SHANGHAI, Map.of()));
  }

  private static ExceptionScope scope(ZoneId zone, long through) {
    return new ExceptionScope(null, -1, through, zone, Map.of(FINANCE, "aa", APPROVER, "bb"));
  }

  /** Who is known under which digest: the number of a subject, the kind of digest, the digest. */
  private static void people(DataSource db, String... digests) throws SQLException {
    TestDatabase.execute(db, "create schema if not exists ledger");
    TestDatabase.execute(
        db,
        "create table if not exists ledger.subject_index"
            + " (kind smallint not null, subject_id uuid not null, hmac bytea not null)");
    TestDatabase.execute(
        db,
        "create or replace function ledger.digest_head(digest bytea) returns bigint"
            + " language sql immutable as 'select substring(digest, 1, 8)::bigint'");
    TestDatabase.execute(db, "truncate ledger.subject_index");
    for (String digest : digests) {
      String[] parts = digest.split(",", -1);
      TestDatabase.execute(
          db,
          "insert into ledger.subject_index values (%s, '%s', decode('%s', 'hex'))"
              .formatted(parts[1], id(Integer.parseInt(parts[0])), parts[2]));
    }
  }
}
