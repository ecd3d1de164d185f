package org.aidledger.projections.exception;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class BenfordTest {

  @Test
  void powersOfTwoKeepToTheLaw() {
    long[] counts = new long[9];
    BigInteger power = BigInteger.ONE;
    for (int i = 0; i < 1_000; i++) {
      counts[Character.digit(power.toString().charAt(0), 10) - 1]++;
      power = power.shiftLeft(1);
    }
    Benford benford = new Benford(counts);
    assertThat(benford.total()).isEqualTo(1_000);
    assertThat(benford.chiSquare()).isLessThan(BigDecimal.ONE);
    assertThat(benford.deviates()).isFalse();
  }

  @Test
  void theSameNumberOfEachDigitDeviates() {
    Benford benford = new Benford(100, 100, 100, 100, 100, 100, 100, 100, 100);
    assertThat(benford.chiSquare()).isEqualTo("361.528");
    assertThat(benford.meanAbsoluteDeviation()).isEqualTo("0.059717");
    assertThat(benford.deviates()).isTrue();
    assertThat(benford.mostExceeded()).isEqualTo(9);
  }

  @Test
  void fewAmountsSayNothing() {
    assertThat(new Benford(0, 0, 0, 0, 0, 0, 0, 0, 299).deviates()).isFalse();
    assertThat(new Benford(0, 0, 0, 0, 0, 0, 0, 0, 300).deviates()).isTrue();
    assertThat(new Benford(0, 0, 0, 0, 0, 0, 0, 0, 0).chiSquare()).isEqualTo("0.000");
  }
}
