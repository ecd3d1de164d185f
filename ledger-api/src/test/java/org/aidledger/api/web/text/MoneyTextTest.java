package org.aidledger.api.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; CNY; 0.00",
        "5; CNY; 0.05",
        "-5; CNY; -0.05",
        "123456; CNY; 1,234.56",
        "-100000000; CNY; -1,000,000.00",
        "99999; CNY; 999.99",
        "1234567; JPY; 1,234,567",
        "1234567; KWD; 1,234.567",
        "-9223372036854775808; CNY; -92,233,720,368,547,758.08"
      })
  void separatesThousandsAndKeepsAllDecimals(long minor, String currency, String text) {
    assertThat(MoneyText.of(minor, currency)).isEqualTo(text);
  }

  @Test
  void losesNothing() {
    long seed = System.nanoTime();
    System.out.println("amounts of seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 100_000; i++) {
      long minor = random.nextLong() >> random.nextInt(63);
      String text = MoneyText.of(minor, "CNY");
      assertThat(text).matches("-?\\d{1,3}(,\\d{3})*\\.\\d{2}");
      assertThat(new BigDecimal(text.replace(",", "")))
          .isEqualByComparingTo(BigDecimal.valueOf(minor, 2));
    }
  }
}
