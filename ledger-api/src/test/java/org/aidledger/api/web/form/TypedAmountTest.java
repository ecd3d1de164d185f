package org.aidledger.api.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as people type them, in figures and in capitals. */
class TypedAmountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.50 | 1234.50",
        "1,234.50 | 1234.50",
        "￥1，234.50 | 1234.50",
        "１２３４．５０ | 1234.50",
        "1 234.50 元 | 1234.50",
        "¥50元 | 50",
      })
  void readsWhatIsMeant(String typed, String plain) {
    assertThat(TypedAmount.plain(typed)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,23", "12,34.5", "1,234,5", "-5", "1e3", "abc", ""})
  void leavesWhatMayBeASlipToTheReaders(String typed) {
    assertThat(TypedAmount.plain(typed)).isEqualTo(typed);
  }

  @Test
  void saysInCapitalsWhatIsAnAmountInYuan() {
    assertThat(TypedAmount.capitals("1,234.5", "CNY")).contains("人民币壹仟贰佰叁拾肆元伍角整");
    assertThat(TypedAmount.capitals("1,234.5", "USD")).isEmpty();
    assertThat(TypedAmount.capitals("1,23", "CNY")).isEmpty();
    assertThat(TypedAmount.capitals("", "CNY")).isEmpty();
    assertThat(TypedAmount.capitals("9".repeat(1000), "CNY")).isEmpty();
  }
}
