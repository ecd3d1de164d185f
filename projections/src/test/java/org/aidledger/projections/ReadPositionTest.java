package org.aidledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadPositionTest {

  private final DataSource dataSource = TestDatabase.shared();
  private final ReadPosition position = new ReadPosition(dataSource);

  @BeforeEach
  void emptyReadModels() throws SQLException {
    TestDatabase.empty();
  }

  @Test
  void waitsNoLongerThanAllowed() {
    assertThat(position.await(0, Duration.ofMillis(100))).isFalse();
    assertThat(position.await(-1, Duration.ZERO)).isTrue();
  }

  @Test
  void seesWhatAnotherProcessApplied() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> waiting = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        waiting.add(threads.submit(() -> position.await(5, Duration.ofMinutes(5))));
      }
      TestDatabase.execute(dataSource, "update live.projection set position = 5");
      for (Future<Boolean> one : waiting) {
        assertThat(one.get()).isTrue();
      }
    }
    assertThat(position.current()).isEqualTo(5);
  }

  @Test
  void hearsOfThisProcessAtOnce() {
    position.reached(7);
    assertThat(position.await(7, Duration.ZERO)).isTrue();
    position.reached(3);
    assertThat(position.await(7, Duration.ZERO)).isTrue();
    assertThat(position.await(8, Duration.ZERO)).isFalse();
  }
}
