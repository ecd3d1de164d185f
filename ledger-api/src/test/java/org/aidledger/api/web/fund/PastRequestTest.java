package org.aidledger.api.web.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question about the past is read in every notation, and never answered for another time. */
class PastRequestTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-05-20T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @CsvSource({
    "2026-05-19 18:00, 2026-05-19T10:00:00Z",
    "2026-05-19T18:00, 2026-05-19T10:00:00Z",
    "2026年5月19日 9:05, 2026-05-19T01:05:00Z",
    "20260519 18:00:30, 2026-05-19T10:00:30Z",
    "２０２６／５／１９　１８：００, 2026-05-19T10:00:00Z",
    "2026-05-19, 2026-05-19T15:59:59.999Z",
    "2026-05-20, 2026-05-20T04:00:00Z",
  })
  void aMomentIsADayWithATimeOrTheEndOfADay(String typed, Instant moment) {
    assertThat(PastRequest.of(null, typed, NOW).knownAt()).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-05-19 18:5", "2026-05-19 25:00", "18:00", "2026-05-20 13:00", "2026-05-21"})
  void aTimeThatIsNoneOrIsToComeIsWrong(String typed) {
    PastRequest request = PastRequest.of(null, typed, NOW);

    assertThat(request.knownAt()).isNull();
    assertThat(request.wrong()).containsExactly("recordedBy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-05-19", "20260519", "2026/5/19", "2026年5月19日"})
  void aDayIsReadInEveryNotation(String typed) {
    PastRequest request = PastRequest.of(typed, null, NOW);

    assertThat(request.asOf()).isEqualTo(LocalDate.of(2026, 5, 19));
    assertThat(request.asOfText()).isEqualTo(typed);
    assertThat(request.wrong()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "05/19/2026", "2026-05-21"})
  void aDayThatIsNoneOrIsToComeIsWrong(String typed) {
    assertThat(PastRequest.of(typed, null, NOW).wrong()).containsExactly("effectiveOn");
  }
}
