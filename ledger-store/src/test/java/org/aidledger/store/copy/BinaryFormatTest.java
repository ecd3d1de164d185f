package org.aidledger.store.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryFormatTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 249, 250, 251, 500, 501, 20_000})
  void portionsHoldEveryRowOnceAndInOrder(int count) {
    List<Integer> rows = IntStream.range(0, count).boxed().toList();
    List<List<Integer>> portions = BinaryFormat.portions(rows);
    assertThat(portions.stream().flatMap(List::stream)).containsExactlyElementsOf(rows);
    assertThat(portions).allSatisfy(portion -> assertThat(portion).hasSizeBetween(1, 250));
    assertThat(portions).hasSize((count + 249) / 250);
  }

  @Test
  void noRowsNeedNoCopy() {
    assertThat(BinaryFormat.portions(List.of())).isEmpty();
  }
}
