package org.aidledger.core.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.LateEntries;
import org.aidledger.core.period.PeriodLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A period is read as it is written, and knows its days. */
class AccountingPeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2026-05, 2026-05-01, 2026-05-31, false",
    "2024-02, 2024-02-01, 2024-02-29, false",
    "2026-12, 2026-12-01, 2026-12-31, false",
    "2026, 2026-01-01, 2026-12-31, true"
  })
  void aPeriodKnowsItsDays(String text, LocalDate first, LocalDate last, boolean year) {
    AccountingPeriod period = AccountingPeriod.of(text);
    assertThat(period.first()).isEqualTo(first);
    assertThat(period.last()).isEqualTo(last);
    assertThat(period.isYear()).isEqualTo(year);
    assertThat(period).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026-13", "2026-00", "2026-5", "26-05", "0000", "2026-05-01", "２０２６"})
  void whatIsNeitherMonthNorYearIsNoPeriod(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> AccountingPeriod.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-31, 2026-06",
    "2026-01-01, 2026-06",
    "2026-06-01, 2026-06",
    "2026-07-09, 2026-07"
  })
  void anEntryIsBookedInItsMonthOrInTheFirstOpenOne(LocalDate effectiveOn, String month) {
    PeriodLock lock = new PeriodLock(LocalDate.of(2026, 5, 31), LateEntries.NEXT_PERIOD);
    assertThat(PeriodLock.postingPeriod(lock, effectiveOn)).hasToString(month);
  }

  @Test
  void whereNothingIsClosedAnEntryIsBookedInItsMonth() {
    assertThat(PeriodLock.postingPeriod(null, LocalDate.of(2020, 2, 29))).hasToString("2020-02");
  }
}
