package org.aidledger.projections.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.aidledger.projections.ReadModelSchema;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.TestDatabase;
import org.aidledger.projections.history.ListSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReplayRunTest extends ReplayFixture {

  @Test
  void leftoversOfACrashDoNoHarm() throws Exception {
    change("create schema rebuild");
    change("create table rebuild.fund (half text)");
    change("create schema retired");
    change("create table retired.fund (half text)");
    assertThat(replay(true).matches()).isTrue();
    try (Connection connection = dataSource.getConnection()) {
      assertThat(ReadModelSchema.exists(connection, ReadSchema.REBUILD)).isFalse();
      assertThat(ReadModelSchema.exists(connection, ReadSchema.RETIRED)).isFalse();
    }
  }

  @Test
  void onlyOneReplayRunsAtATime() throws Exception {
    try (Connection other = dataSource.getConnection();
        ExecutorService executor = Executors.newSingleThreadExecutor()) {
      other.setAutoCommit(false);
      ReadModelSchema.lock(other, ReadSchema.LIVE);
      Replay replay = new Replay(dataSource, PROJECTION);
      ReplayRun first = replay.start(new ListSource(HISTORY.events()), false, executor);
      assertThatThrownBy(() -> replay.start(new ListSource(HISTORY.events()), false, executor))
          .isInstanceOf(ReplayInProgress.class);
      assertThat(first.progress().state()).isEqualTo(ReplayState.RUNNING);
      other.rollback();
      assertThat(first.await(Duration.ofMinutes(5))).isTrue();
      assertThat(first.progress().state()).isEqualTo(ReplayState.COMPLETED);
      assertThat(first.progress().events()).isEqualTo(HISTORY.events().size());
    }
    assertThat(replay(false).matches()).isTrue();
  }

  @Test
  void aSourceThatBreaksFailsTheReplayAndFreesTheWay() throws Exception {
    EventSource broken =
        new EventSource() {
          @Override
          public Stream<RecordedEvent> from(long position) {
            return HISTORY.events().stream().limit(10);
          }

          @Override
          public long head() {
            return HISTORY.head();
          }
        };
    ReplayRun run =
        new Replay(dataSource, PROJECTION, Duration.ZERO).start(broken, false, Runnable::run);
    assertThat(run.progress().state()).isEqualTo(ReplayState.FAILED);
    assertThat(run.progress().failure()).contains("the events end");
    assertThat(replay(false).matches()).isTrue();
  }

  @Test
  void aReplayThatNobodyCarriesOutHoldsNoLock() {
    Replay replay = new Replay(dataSource, PROJECTION);
    assertThatThrownBy(
            () ->
                replay.start(
                    new ListSource(HISTORY.events()),
                    false,
                    task -> {
                      throw new RejectedExecutionException("no room");
                    }))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(
            JdbcClient.create(dataSource)
                .sql("select count(*) from pg_locks where locktype = 'advisory'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aLiveCopyThatLagsIsComparedAsItIs() throws Exception {
    int known = HISTORY.ends().get(HISTORY.ends().size() / 2);
    TestDatabase.apply(
        TestDatabase.empty(), PROJECTION, ReadSchema.LIVE, HISTORY.until(known).events(), 1_000);
    ReplayReport report = replay(true);
    assertThat(report.matches()).isFalse();
    assertThat(report.differences()).anySatisfy(d -> assertThat(d.table()).isEqualTo("projection"));
    assertThat(replay(false).matches()).isTrue();
  }
}
