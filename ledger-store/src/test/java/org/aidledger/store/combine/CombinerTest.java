package org.aidledger.store.combine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CombinerTest {

  @Test
  void whoIsLeftWithoutAnAnswerIsToldSo() {
    try (Combiner<String, Integer> combiner = combiner()) {
      assertThatThrownBy(() -> combiner.submit("lost"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("an item was left without an answer");
      assertThat(combiner.submit("four")).isEqualTo(4);
    }
  }

  @Test
  void whatTheWorkThrowsReachesTheCallerAsItIs() {
    try (Combiner<String, Integer> combiner = combiner()) {
      assertThatThrownBy(() -> combiner.submit("broken"))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage("broken");
      assertThat(combiner.submit("four")).isEqualTo(4);
    }
  }

  /** Measures words, loses one and breaks at another. */
  private static Combiner<String, Integer> combiner() {
    return new Combiner<>(word -> 1, 10, 10, CombinerTest::lengths, () -> {});
  }

  private static List<Integer> lengths(List<String> words) {
    if (words.contains("broken")) {
      throw new UnsupportedOperationException("broken");
    }
    return words.contains("lost") ? List.of() : words.stream().map(String::length).toList();
  }
}
