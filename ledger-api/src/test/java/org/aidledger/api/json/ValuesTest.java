package org.aidledger.api.json;

import static org.aidledger.api.json.Bodies.problem;
import static org.aidledger.api.json.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.EnumSet;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a field may hold. */
class ValuesTest {

  private static final Currency CNY = Currency.getInstance("CNY");
  private static final Currency JPY = Currency.getInstance("JPY");

  @ParameterizedTest
  @CsvSource({
    "1234.56, 1234.56",
    "1, 1.00",
    "0.01, 0.01",
    "007.5, 7.50",
    "999999999999.99, 999999999999.99"
  })
  void amountsAreDecimalTexts(String text, String expected) {
    assertThat(value("{\"a\":\"" + text + "\"}", b -> b.amount("a", CNY).toDecimal()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, AMOUNT_NOT_POSITIVE",
    "0.00, AMOUNT_NOT_POSITIVE",
    "-5, AMOUNT_NOT_POSITIVE",
    "0.001, AMOUNT_TOO_FINE",
    "1000000000000, AMOUNT_TOO_LARGE",
    "99999999999999999999999, AMOUNT_TOO_LARGE",
    "1e5, AMOUNT_NOT_A_NUMBER",
    "'1,000', AMOUNT_NOT_A_NUMBER",
    "+1, AMOUNT_NOT_A_NUMBER",
    "１２, AMOUNT_NOT_A_NUMBER",
    "¥5, AMOUNT_NOT_A_NUMBER",
    "NaN, AMOUNT_NOT_A_NUMBER",
    "1., AMOUNT_NOT_A_NUMBER"
  })
  void otherAmountsAreRefusedByWhatIsWrong(String text, String code) {
    assertThat(problem("{\"a\":\"" + text + "\"}", b -> b.amount("a", CNY))).isEqualTo(code + " a");
  }

  @Test
  void anAmountAsANumberIsRefused() {
    assertThat(problem("{\"a\":12.50}", b -> b.amount("a", CNY)))
        .isEqualTo("AMOUNT_NOT_A_STRING a");
  }

  @Test
  void aCurrencyWithoutDecimalsTakesNone() {
    assertThat(problem("{\"a\":\"1.5\"}", b -> b.amount("a", JPY))).isEqualTo("AMOUNT_TOO_FINE a");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-20, DATE_IN_FUTURE",
    "1949-09-30, DATE_TOO_EARLY",
    "2025-02-29, DATE_MALFORMED",
    "2026-5-1, DATE_MALFORMED",
    "20260501, DATE_MALFORMED",
    "+2026-05-01, DATE_MALFORMED",
    "2026-05-01T00:00, DATE_MALFORMED"
  })
  void daysExistAndArePast(String day, String code) {
    assertThat(problem("{\"a\":\"" + day + "\"}", b -> b.day("a"))).isEqualTo(code + " a");
  }

  @Test
  void todayAndTheFirstDayAreAllowed() {
    assertThat(value("{\"a\":\"2026-05-19\"}", b -> b.day("a").toString())).isEqualTo("2026-05-19");
    assertThat(value("{\"a\":\"1949-10-01\"}", b -> b.day("a").toString())).isEqualTo("1949-10-01");
  }

  @Test
  void aChoiceIsWrittenExactly() {
    assertThat(problem("{\"a\":\"cash\"}", b -> b.choice("a", Channel.class)))
        .isEqualTo("VALUE_NOT_ALLOWED a");
    assertThat(value("{\"a\":[\"ADMIN\",\"ADMIN\"]}", b -> b.choices("a", Role.class)))
        .isEqualTo(EnumSet.of(Role.ADMIN));
    assertThat(problem("{\"a\":[\"ADMIN\",\"root\"]}", b -> b.choices("a", Role.class)))
        .isEqualTo("VALUE_NOT_ALLOWED a[1]");
  }

  @Test
  void theOtherKindsNameWhatIsWrong() {
    assertThat(problem("{\"a\":\"cny\"}", b -> b.optionalCurrency("a")))
        .isEqualTo("CURRENCY_UNKNOWN a");
    assertThat(problem("{\"a\":\"XAU\"}", b -> b.optionalCurrency("a")))
        .isEqualTo("CURRENCY_UNKNOWN a");
    assertThat(problem("{\"a\":\"abc\"}", b -> b.optionalSha256("a")))
        .isEqualTo("HASH_MALFORMED a");
    assertThat(problem("{\"a\":\"1-1-1-1-1\"}", b -> b.id("a"))).isEqualTo("ID_MALFORMED a");
    assertThat(problem("{\"a\":366}", b -> b.optionalInteger("a", 1, 365)))
        .isEqualTo("NUMBER_OUT_OF_RANGE a");
    assertThat(problem("{\"a\":\"yes\"}", b -> b.flag("a", false))).isEqualTo("WRONG_TYPE a");
  }
}
