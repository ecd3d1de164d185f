package org.aidledger.evidence.leaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventLeafTest {

  private static final EventLeaf LEAF =
      new EventLeaf(
          UUID.fromString("0190b6a2-7c11-7000-8000-000000000001"),
          "Donation",
          UUID.fromString("6f1c1d0e-2a3b-8c4d-9e5f-0123456789ab"),
          0,
          1_790_000_000_123L,
          "DonationReceived",
          "1",
          "{\"note\":\"专项资金 😀 \\\\ \\n\",\"amount\":12345}",
          "{\"actor\":\"7\"}");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void aLeafReadsBackAsTheEventThatItWas() {
    assertThat(EventLeaf.decode(LEAF.encoded())).isEqualTo(LEAF);
    assertThat(Arrays.copyOf(LEAF.encoded(), EventLeaf.start().length))
        .isEqualTo(EventLeaf.start());
  }

  @Test
  void textThatMovesFromOneFieldToTheNextMakesAnotherLeaf() {
    EventLeaf moved =
        new EventLeaf(
            LEAF.eventId(),
            LEAF.streamType(),
            LEAF.streamId(),
            LEAF.sequence(),
            LEAF.recordedAt(),
            LEAF.type() + LEAF.revision(),
            "",
            LEAF.payload(),
            LEAF.metadata());
    assertThat(moved.encoded()).hasSameSizeAs(LEAF.encoded()).isNotEqualTo(LEAF.encoded());
  }

  @Test
  void whateverIsReadIsCanonical() {
    byte[] good = LEAF.encoded();
    int read = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] changed = Arrays.copyOf(good, good.length - random.nextInt(2) * random.nextInt(9));
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      EventLeaf leaf;
      try {
        leaf = EventLeaf.decode(changed);
      } catch (IllegalArgumentException e) {
        continue;
      }
      read++;
      assertThat(leaf.encoded()).as("seed " + seed).isEqualTo(changed);
      assertThat(leaf).isNotEqualTo(LEAF);
    }
    assertThat(read).as("a changed text is still a leaf, only another one").isPositive();
  }

  @Test
  void whatIsNoLeafIsRefused() {
    byte[] good = LEAF.encoded();
    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> EventLeaf.decode(cut)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> EventLeaf.decode(Arrays.copyOf(good, good.length + 1)))
        .hasMessageContaining("follows");
    good[5] ^= 1;
    assertThatThrownBy(() -> EventLeaf.decode(good)).hasMessageContaining("not a leaf of the form");
  }
}
