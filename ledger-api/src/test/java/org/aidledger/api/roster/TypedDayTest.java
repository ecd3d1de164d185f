package org.aidledger.api.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type in a field of days, by hand or out of a sheet. */
class TypedDayTest {

  @ParameterizedTest
  @CsvSource({
    "2026-05-09, 2026-05-09",
    "2026-5-9, 2026-05-09",
    "20260509, 2026-05-09",
    "2026/5/9, 2026-05-09",
    "2026.05.09, 2026-05-09",
    "2026年5月9日, 2026-05-09",
    "2026 年 5 月 9 日, 2026-05-09",
    "２０２６／５／９, 2026-05-09",
    "2026-05-09 18:00, 2026-05-09",
    "'  2026-05-09 ', 2026-05-09",
  })
  void isReadAsTheSameDay(String typed, String day) {
    assertThat(TypedDay.plain(typed)).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"05/09/2026", "9.5.2026", "2026-05", "2026/5-9", "46151", "yesterday", ""})
  void whatMayMeanAnythingIsLeftToTheReaders(String typed) {
    assertThat(TypedDay.plain(typed)).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-12-31", "-0001-01-01", "2026-02-30", "12026-01-01", "", "x"})
  void whatIsNoDayOfOurCalendarIsRefused(String typed) {
    assertThatThrownBy(() -> TypedDay.day(typed)).isInstanceOf(DateTimeParseException.class);
    assertThat(TypedDay.day("2026/5/9")).isEqualTo("2026-05-09");
  }

  @Test
  void aLongTextIsNotLookedAt() {
    String typed = "2026-05-09" + " ".repeat(1000) + "x";
    assertThat(TypedDay.plain(typed)).isEqualTo(typed);
  }
}
