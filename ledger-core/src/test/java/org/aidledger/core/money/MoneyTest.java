package org.aidledger.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.aidledger.core.fixture.Seeds;
import org.aidledger.core.money.AmountException.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact amounts, and the one place where text becomes an amount. */
class MoneyTest {

  private static final Currency CNY = Currency.getInstance("CNY");
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final Currency BHD = Currency.getInstance("BHD");

  static LongStream seeds() {
    return Seeds.some(3);
  }

  @Nested
  class Reading {

    @ParameterizedTest
    @CsvSource({
      "CNY, 1234.56, 123456",
      "CNY, 1234.5, 123450",
      "CNY, 1234, 123400",
      "CNY, 0.01, 1",
      "CNY, 000.10, 10",
      "CNY, 999999999999.99, 99999999999999",
      "JPY, 5, 5",
      "JPY, 99999999999999, 99999999999999",
      "BHD, 1.005, 1005",
      "BHD, 1.5, 1500"
    })
    void aPlainDecimalIsWholeMinorUnits(String currency, String text, long minor) {
      assertThat(Money.parse(text, Currency.getInstance(currency)))
          .isEqualTo(Money.of(minor, currency));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "1 ",
          " 1",
          "1 000",
          "1,000.00",
          "1'000",
          "1_000",
          "+1",
          "1e3",
          "1E+3",
          "1.",
          ".5",
          ".",
          "1.2.3",
          "--1",
          "0x10",
          "1f",
          "NaN",
          "Infinity",
          "１２３",
          "1２",
          "٣",
          "一百",
          "¥1",
          "1.00 CNY",
          "1\n",
          "\u00a01",
          "1\u0000",
          "1/2",
          "12345678901234567890123456789012345678901"
        })
    void whatIsNoPlainDecimalIsRefused(String text) {
      assertThat(refusalOf(text, CNY)).isEqualTo(Kind.NOT_A_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "00", "-1", "-0.01", "-0", "-1e3"})
    void whatIsNotPositiveIsRefused(String text) {
      assertThat(refusalOf(text, CNY)).isEqualTo(Kind.NOT_POSITIVE);
    }

    @ParameterizedTest
    @CsvSource({"CNY, 0.001", "CNY, 1.000", "JPY, 1.0", "JPY, 0.5", "BHD, 1.0005"})
    void whatIsFinerThanTheCurrencyIsRefused(String currency, String text) {
      assertThat(refusalOf(text, Currency.getInstance(currency))).isEqualTo(Kind.TOO_FINE);
    }

    @ParameterizedTest
    @CsvSource({
      "CNY, 1000000000000",
      "CNY, 1000000000000.00",
      "CNY, 99999999999999999999999999999999999999",
      "CNY, 9223372036854775808",
      "JPY, 100000000000000",
      "BHD, 100000000000"
    })
    void whatIsTooLargeIsRefused(String currency, String text) {
      assertThat(refusalOf(text, Currency.getInstance(currency))).isEqualTo(Kind.TOO_LARGE);
    }
  }

  @Nested
  class Printing {

    @ParameterizedTest
    @CsvSource({
      "CNY, 1, 0.01",
      "CNY, 123450, 1234.50",
      "CNY, -5, -0.05",
      "CNY, 0, 0.00",
      "JPY, 5, 5",
      "BHD, 1005, 1.005"
    })
    void allDecimalsOfTheCurrencyArePrinted(String currency, long minor, String text) {
      assertThat(Money.of(minor, currency).toDecimal()).isEqualTo(text);
      assertThat(Money.of(minor, currency)).hasToString(text + " " + currency);
    }
  }

  @Nested
  class Properties {

    @ParameterizedTest
    @MethodSource("org.aidledger.core.money.MoneyTest#seeds")
    void whatIsPrintedReadsBackEqual(long seed) {
      Random random = Seeds.random("whatIsPrintedReadsBackEqual", seed);
      for (int i = 0; i < 20_000; i++) {
        Money money = new Money(positive(random), anyOf(random, CNY, JPY, BHD));
        assertThat(Money.parse(money.toDecimal(), money.currency())).isEqualTo(money);
        assertThat(Money.parse("00" + money.toDecimal(), money.currency())).isEqualTo(money);
      }
    }

    @ParameterizedTest
    @MethodSource("org.aidledger.core.money.MoneyTest#seeds")
    void whateverIsReadIsTheDecimalThatWasWritten(long seed) {
      Random random = Seeds.random("whateverIsReadIsTheDecimalThatWasWritten", seed);
      for (int i = 0; i < 20_000; i++) {
        String text = scribble(random);
        try {
          Money money = Money.parse(text, CNY);
          assertThat(new BigDecimal(text)).isEqualByComparingTo(money.toDecimal());
          assertThat(money.minor()).isBetween(1L, Money.MAX_MINOR);
        } catch (AmountException refused) {
          assertThat(refused.kind()).isNotNull();
        }
      }
    }

    @ParameterizedTest
    @MethodSource("org.aidledger.core.money.MoneyTest#seeds")
    void sumsAndDifferencesAreExactOrFail(long seed) {
      Random random = Seeds.random("sumsAndDifferencesAreExactOrFail", seed);
      for (int i = 0; i < 20_000; i++) {
        Money one = Money.of(random.nextLong() >> random.nextInt(4), "CNY");
        Money other = Money.of(random.nextLong() >> random.nextInt(4), "CNY");
        BigDecimal sum = new BigDecimal(one.toDecimal()).add(new BigDecimal(other.toDecimal()));
        try {
          assertThat(one.plus(other).toDecimal()).isEqualTo(sum.toPlainString());
          assertThat(one.plus(other).minus(other)).isEqualTo(one);
        } catch (ArithmeticException overflow) {
          assertThat(sum.movePointRight(2).abs())
              .isGreaterThanOrEqualTo(BigDecimal.valueOf(Long.MAX_VALUE));
        }
      }
    }

    private static long positive(Random random) {
      return 1 + random.nextLong(Money.MAX_MINOR >> random.nextInt(46));
    }

    private static String scribble(Random random) {
      String alphabet = "0123456789".repeat(4) + "..-+eE ,０";
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(18); length >= 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      return text.toString();
    }

    private static Currency anyOf(Random random, Currency... currencies) {
      return currencies[random.nextInt(currencies.length)];
    }
  }

  @Nested
  class Reckoning {

    @Test
    void overflowFails() {
      Money most = Money.of(Long.MAX_VALUE, "CNY");
      Money least = Money.of(Long.MIN_VALUE, "CNY");
      Money fen = Money.of(1, "CNY");
      assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(fen));
      assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> least.minus(fen));
    }

    @Test
    void currenciesDoNotMix() {
      Money yuan = Money.of(1, "CNY");
      Money yen = Money.of(1, "JPY");
      assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> yuan.plus(yen));
      assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> yuan.minus(yen));
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> yuan.compareTo(yen));
    }

    @Test
    void amountsHaveAnOrder() {
      assertThat(List.of(Money.of(-1, "CNY"), Money.of(0, "CNY"), Money.of(2, "CNY"))).isSorted();
    }

    @Test
    void whatHasNoMinorUnitsIsNoCurrencyOfABook() {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> Money.of(1, "XAU"));
    }
  }

  private static Kind refusalOf(String text, Currency currency) {
    return catchThrowableOfType(AmountException.class, () -> Money.parse(text, currency)).kind();
  }
}
