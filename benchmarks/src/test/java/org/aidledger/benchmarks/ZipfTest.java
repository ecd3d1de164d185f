package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Many give to few funds, and few to many. */
class ZipfTest {

  @Test
  void theSecondIsChosenHalfAsOftenAsTheFirstAndTheTenthATenth() {
    Zipf zipf = new Zipf(8_100);
    int[] chosen = new int[8_100];
    for (int number = 0; number < 200_000; number++) {
      chosen[zipf.rank(number)]++;
    }
    assertThat((double) chosen[1] / chosen[0]).isBetween(0.45, 0.55);
    assertThat((double) chosen[9] / chosen[0]).isBetween(0.08, 0.12);
    assertThat(zipf.rank(7)).isEqualTo(new Zipf(8_100).rank(7));
  }
}
