package org.aidledger.verifier;

import static org.aidledger.verifier.MadeUpBook.FINANCE;
import static org.aidledger.verifier.MadeUpBook.FINANCE2;
import static org.aidledger.verifier.MadeUpBook.FUND;
import static org.aidledger.verifier.MadeUpBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A period is closed and reopened for all funds at once, by two people, and in no other way. */
class PeriodLocksTest {

  private static final String LATER = id("opened later");

  @TempDir Path folder;
  private final MadeUpBook book = new MadeUpBook();

  @BeforeEach
  void begin() {
    book.fund(FUND, null);
  }

  @Test
  void whatTwoPeopleDecidedForAllFundsIsGenuine() throws Exception {
    closed(1);
    locked(FUND, "2026-05-31");
    book.fund(LATER, null);
    locked(LATER, "2026-05-31");
    decided("PeriodReopeningProposed", "PeriodReopened", null, 2);
    unlocked(FUND);
    unlocked(LATER);
    Ran ran = Ran.verify(book.balance(FUND, 0, 0, 0).balance(LATER, 0, 0, 0).pack(folder));
    assertThat(ran.out()).doesNotContain("✗");
    assertThat(ran.status()).isZero();
  }

  @Test
  void aFundThatIsUnlockedInSilenceIsNamed() throws Exception {
    closed(1);
    locked(FUND, "2026-05-31");
    unlocked(FUND);
    assertNamed();
  }

  @Test
  void aLockThatTakesTheFundBackToAnEarlierDayIsNamed() throws Exception {
    closed(1);
    locked(FUND, "2026-05-31");
    locked(FUND, "2026-01-31");
    assertNamed();
  }

  @Test
  void aClosingThatLeavesAFundOpenIsNamed() throws Exception {
    closed(1);
    assertNamed();
  }

  @Test
  void aLockOfAnotherDayThanTheClosingIsNamed() throws Exception {
    closed(1);
    locked(FUND, "2026-04-30");
    assertNamed();
  }

  private void assertNamed() throws Exception {
    Path file = book.balance(FUND, 0, 0, 0).pack(folder);
    assertThat(Ran.verify(file, "--language", "en").out())
        .contains("[PERIOD_LOCKS_DIFFER]")
        .doesNotContainPattern("\\{[a-zA-Z]+}");
    assertThat(Ran.verify(file, "--language", "zh").out()).contains("[PERIOD_LOCKS_DIFFER]");
    assertThat(Ran.verify(file).status()).isEqualTo(1);
  }

  private void closed(int funds) {
    decided("PeriodClosingProposed", "PeriodClosed", "2026-05-31", funds);
  }

  private void decided(String proposing, String deciding, @Nullable String through, int funds) {
    calendar(FINANCE, proposing, "proposedBy", FINANCE);
    if (through == null) {
      calendar(FINANCE2, deciding, "funds", funds, "confirmedBy", FINANCE2);
    } else {
      calendar(
          FINANCE2,
          deciding,
          "closedThrough",
          through,
          "lateEntries",
          "REFUSED",
          "funds",
          funds,
          "confirmedBy",
          FINANCE2);
    }
  }

  private void calendar(String actor, String type, Object... more) {
    Object[] fields = new Object[6 + more.length];
    System.arraycopy(
        new Object[] {
          "organisation", "o", "period", "2026-05", "proposalId", id("proposal " + type.charAt(6))
        },
        0,
        fields,
        0,
        6);
    System.arraycopy(more, 0, fields, 6, more.length);
    book.event(actor, "PeriodCalendar", id("calendar"), type, fields);
  }

  private void locked(String fund, String through) {
    book.event(
        FINANCE2,
        "Fund",
        fund,
        "PeriodLocked",
        "fundId",
        fund,
        "period",
        "2026-05",
        "closedThrough",
        through,
        "lateEntries",
        "REFUSED");
  }

  private void unlocked(String fund) {
    book.event(FINANCE2, "Fund", fund, "PeriodUnlocked", "fundId", fund, "period", "2026-05");
  }
}
