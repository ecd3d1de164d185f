package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The line that a figure must reach. */
class FloorTest {

  @Test
  void aRatioReachesItsLineFromAboveOrFromBelow() {
    assertThat(new Figure(30, "rows/s", 100.0, Floor.ratioAtLeast(0.3)).isMet()).isTrue();
    assertThat(new Figure(29, "rows/s", 100.0, Floor.ratioAtLeast(0.3)).isMet()).isFalse();
    assertThat(new Figure(25, "s", 10.0, Floor.ratioAtMost(2.5)).isMet()).isTrue();
    assertThat(new Figure(26, "s", 10.0, Floor.ratioAtMost(2.5)).isMet()).isFalse();
  }

  @Test
  void aFigureReachesItsLineWhateverTheRawOneIs() {
    assertThat(new Figure(15, "s", null, Floor.figureAtMost(15)).isMet()).isTrue();
    assertThat(new Figure(15.1, "s", 1.0, Floor.figureAtMost(15)).isMet()).isFalse();
    assertThat(new Figure(5, "1/s", null, Floor.figureAtLeast(5)).isMet()).isTrue();
    assertThat(new Figure(4.9, "1/s", 1.0, Floor.figureAtLeast(5)).isMet()).isFalse();
  }

  @Test
  void withoutARawFigureNoRatioIsReached() {
    assertThat(new Figure(1, "s", null, Floor.ratioAtMost(2.5)).isMet()).isFalse();
    assertThat(new Figure(1, "1/s", 0.0, Floor.ratioAtMost(2.5)).isMet()).isFalse();
    assertThat(new Figure(0, "1/s", 0.0, Floor.ratioAtLeast(0.3)).isMet()).isFalse();
    assertThat(new Figure(1, "1/s", null, Floor.none()).isMet()).isTrue();
  }

  @Test
  void aScenarioReachesItsLineOnlyWithAllItsPoints() {
    Figure good = new Figure(1, "1/s", null, Floor.none());
    Figure bad = new Figure(1, "1/s", 10.0, Floor.ratioAtLeast(0.3));
    Result result = Result.of("some", good, 1);
    assertThat(result.met()).isTrue();
    assertThat(result.withPoints(java.util.List.of(Result.of("some@1", bad, 1))).met()).isFalse();
  }
}
