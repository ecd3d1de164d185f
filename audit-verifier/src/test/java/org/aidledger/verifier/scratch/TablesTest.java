package org.aidledger.verifier.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is put into the tables comes out as it does out of those of Java. */
class TablesTest {

  /** Small beside what is put in, so that the file begins early and has many windows. */
  private static final long IN_MEMORY = 1 << 20;

  private static final int WORK = 200_000;

  @TempDir Path folder;
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @BeforeEach
  void tell() {
    System.out.println("seed " + seed);
  }

  @Test
  void aKeyedTableIsAMapInTheOrderOfFirstAppearance() {
    try (Scratch scratch = new Scratch(folder, IN_MEMORY, IN_MEMORY)) {
      KeyedTable table = new KeyedTable(scratch, 2);
      Map<String, Long> rows = new HashMap<>();
      List<long[]> values = new ArrayList<>();
      for (int i = 0; i < WORK; i++) {
        UUID id = new UUID(0, random.nextInt(WORK));
        String text = random.nextBoolean() ? id.toString() : "账号 " + id;
        long known = rows.getOrDefault(text, -1L);
        assertThat(table.find(text)).as("seed %d", seed).isEqualTo(known);
        long row = text.length() == 36 ? table.rowOf(id) : table.rowOf(text);
        assertThat(row).as("seed %d", seed).isEqualTo(known < 0 ? values.size() : known);
        if (known < 0) {
          rows.put(text, row);
          values.add(new long[2]);
        }
        int column = random.nextInt(2);
        long value = random.nextLong();
        assertThat(table.get(row, column)).isEqualTo(values.get((int) row)[column]);
        table.set(row, column, value);
        values.get((int) row)[column] = value;
      }
      assertThat(table.rows()).as("seed %d", seed).isEqualTo(rows.size());
      rows.forEach(
          (text, row) -> {
            assertThat(table.find(text)).as("seed %d", seed).isEqualTo(row);
            assertThat(table.get(row, 0)).isEqualTo(values.get((int) (long) row)[0]);
            assertThat(table.get(row, 1)).isEqualTo(values.get((int) (long) row)[1]);
          });
      assertThat(table.find("nobody")).isEqualTo(-1);
      assertThat(scratch.fileBytes()).as("several windows").isGreaterThan(4 * IN_MEMORY);
    }
  }

  @Test
  void aTableIsZeroWhereNothingWasSet() {
    try (Scratch scratch = new Scratch(folder, IN_MEMORY, IN_MEMORY)) {
      Table table = new Table(scratch, 3);
      Map<Long, Long> set = new HashMap<>();
      for (int i = 0; i < WORK; i++) {
        long row = random.nextInt(WORK);
        int column = random.nextInt(3);
        long place = 3 * row + column;
        assertThat(table.get(row, column)).isEqualTo(set.getOrDefault(place, 0L));
        if (random.nextBoolean()) {
          long value = random.nextLong();
          table.set(row, column, value);
          set.put(place, value);
        }
      }
      for (long place = 0; place < 3L * WORK; place++) {
        assertThat(table.get(place / 3, (int) (place % 3)))
            .as("seed %d", seed)
            .isEqualTo(set.getOrDefault(place, 0L));
      }
      assertThat(table.get(10L * WORK, 0)).isZero();
      assertThat(scratch.fileBytes()).as("several windows").isGreaterThan(2 * IN_MEMORY);
    }
  }

  @Test
  void chainsAreLists() {
    try (Scratch scratch = new Scratch(folder, IN_MEMORY, IN_MEMORY)) {
      Chains chains = new Chains(scratch);
      int lists = WORK / 8;
      long[] heads = new long[lists];
      List<List<Long>> expected = new ArrayList<>();
      for (int i = 0; i < lists; i++) {
        expected.add(new ArrayList<>());
      }
      for (int i = 0; i < WORK; i++) {
        int list = random.nextInt(lists);
        long value = random.nextInt(16);
        assertThat(chains.contains(heads[list], value))
            .as("seed %d", seed)
            .isEqualTo(expected.get(list).contains(value));
        heads[list] = chains.with(heads[list], value);
        expected.get(list).add(value);
      }
      for (int i = 1; i < lists; i++) {
        assertThat(chains.containsAll(heads[i], heads[i - 1]))
            .as("seed %d", seed)
            .isEqualTo(expected.get(i).containsAll(expected.get(i - 1)));
      }
    }
  }
}
