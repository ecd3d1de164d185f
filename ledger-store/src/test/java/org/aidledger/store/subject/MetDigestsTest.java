package org.aidledger.store.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MetDigestsTest {

  private static final int ROOM = 1_000;
  private static final int MANY = 50 * ROOM;

  private final long seed = new Random().nextLong();

  @Test
  void nobodyIsNewOnceNotedHoweverManyCome() {
    System.out.println("MetDigestsTest seed " + seed);
    MetDigests met = new MetDigests(ROOM);
    Random random = new Random(seed);
    for (int i = 0; i < MANY; i++) {
      met.add(random.nextLong());
    }
    Random again = new Random(seed);
    for (int i = 0; i < MANY; i++) {
      assertThat(met.surelyNew(again.nextLong())).as("seed %d, number %d", seed, i).isFalse();
    }
  }

  @Test
  void nearlyEverybodyElseIsSurelyNewThoughThereAreFiftyTimesAsManyAsWereExpected() {
    System.out.println("MetDigestsTest seed " + seed);
    MetDigests met = new MetDigests(ROOM);
    Random random = new Random(seed);
    for (int i = 0; i < MANY; i++) {
      met.add(random.nextLong());
    }
    int mistaken = 0;
    for (int i = 0; i < MANY; i++) {
      mistaken += met.surelyNew(random.nextLong()) ? 0 : 1;
    }
    assertThat(mistaken).as("seed %d", seed).isLessThan(MANY / 100);
  }

  @Test
  void nobodyIsKnownBeforeAnybodyWasNoted() {
    assertThat(new MetDigests().surelyNew(new Random(seed).nextLong())).isTrue();
  }
}
