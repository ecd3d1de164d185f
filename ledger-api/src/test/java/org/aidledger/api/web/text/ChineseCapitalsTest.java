package org.aidledger.api.web.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseCapitalsTest {

  /** The first five are the examples of the rules themselves 支付结算办法, 附一. */
  @ParameterizedTest
  @CsvSource({
    "140950, 人民币壹仟肆佰零玖元伍角整",
    "600714, 人民币陆仟零柒元壹角肆分",
    "168032, 人民币壹仟陆佰捌拾元叁角贰分",
    "1640902, 人民币壹万陆仟肆佰零玖元零贰分",
    "32504, 人民币叁佰贰拾伍元零肆分",
    "0, 人民币零元整",
    "5, 人民币伍分",
    "10, 人民币壹角整",
    "15, 人民币壹角伍分",
    "100, 人民币壹元整",
    "1000, 人民币壹拾元整",
    "10005, 人民币壹佰元零伍分",
    "1000000, 人民币壹万元整",
    "1000100, 人民币壹万零壹元整",
    "10700053, 人民币壹拾万柒仟元伍角叁分",
    "15030446, 人民币壹拾伍万零叁佰零肆元肆角陆分",
    "10000000000, 人民币壹亿元整",
    "10000000500, 人民币壹亿零伍元整",
    "10005000500, 人民币壹亿零伍万零伍元整",
    "99999999999999, 人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
    "100000000000000, 人民币壹万亿元整",
    "-12345, 人民币负壹佰贰拾叁元肆角伍分"
  })
  void writesAmountsAsTheRulesSay(long fen, String words) {
    assertThat(ChineseCapitals.of(fen)).isEqualTo(words);
  }

  @Test
  void canBeReadBackToTheFen() {
    long seed = System.nanoTime();
    System.out.println("capitals of seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 200_000; i++) {
      // Every length is as likely, and zeros are frequent, since they are what goes wrong.
      long fen = random.nextLong() >>> (1 + random.nextInt(62));
      for (int zeros = random.nextInt(4); zeros > 0; zeros--) {
        long place = (long) Math.pow(10, random.nextInt(15));
        fen -= fen / place % 10 * place;
      }
      String words = ChineseCapitals.of(fen);
      assertThat(CapitalsReader.fen(words)).as(words).isEqualTo(BigInteger.valueOf(fen));
      assertThat(words).doesNotContain("零零", "零万", "零亿", "亿万").doesNotContain("零整");
      assertThat(ChineseCapitals.of(-fen))
          .isEqualTo(fen == 0 ? words : words.replace("人民币", "人民币负"));
    }
  }

  @Test
  void neverWritesTwoAmountsAlike() {
    assertThat(
            java.util.stream.LongStream.range(0, 300_000)
                .mapToObj(ChineseCapitals::of)
                .distinct()
                .count())
        .isEqualTo(300_000);
  }

  @Test
  void refusesTheAmountWithoutAPositiveCounterpart() {
    assertThatThrownBy(() -> ChineseCapitals.of(Long.MIN_VALUE))
        .isInstanceOf(ArithmeticException.class);
  }
}
