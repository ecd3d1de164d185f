package org.aidledger.api.web.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.aidledger.projections.audit.DataAccessView;
import org.junit.jupiter.api.Test;

/** Readings of accounts become files again: each names a payout once, and one person takes it. */
class TakingsTest {

  private static DataAccessView reading(long position, String actor, String payout) {
    return new DataAccessView(
        position, "r" + position, Instant.EPOCH, actor, "s", "bankAccount", payout);
  }

  private static List<Integer> sizes(DataAccessView... readings) {
    return Takings.inOneGo(List.of(readings)).stream().map(List::size).toList();
  }

  @Test
  void aFileIsOneTaking() {
    assertThat(sizes(reading(1, "a", "p1"), reading(2, "a", "p2"))).containsExactly(2);
    assertThat(sizes()).isEmpty();
  }

  @Test
  void theSamePayoutAgainIsAnotherFile() {
    assertThat(
            sizes(
                reading(1, "a", "p1"),
                reading(2, "a", "p2"),
                reading(3, "a", "p1"),
                reading(4, "a", "p2")))
        .containsExactly(2, 2);
  }

  @Test
  void anotherPersonOrAnotherTimeIsAnotherTaking() {
    assertThat(sizes(reading(1, "a", "p1"), reading(2, "b", "p2"))).containsExactly(1, 1);
    assertThat(sizes(reading(1, "a", "p1"), reading(9, "a", "p2"))).containsExactly(1, 1);
  }
}
