package org.aidledger.projections.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aidledger.projections.ReadModelSchema;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.Spans;
import org.aidledger.projections.TestDatabase;
import org.aidledger.projections.history.History;
import org.aidledger.projections.history.ListSource;
import org.aidledger.projections.replay.Difference.Kind;
import org.aidledger.projections.writing.LedgerProjection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

  private static final LedgerProjection PROJECTION =
      new LedgerProjection(new Spans(List.of(6, 8, 10)));
  private static final History HISTORY = History.of(7, 400);

  /** Each table with a column, and a way to alter it. */
  static Stream<List<String>> alterations() {
    return Stream.of(
        List.of("projection", "position", "position + 1000"),
        List.of("fund", "paid", "paid + 1"),
        List.of("fund", "pending_proposed_by", "coalesce(pending_proposed_by, '') || 'x'"),
        List.of("trail", "amount", "coalesce(amount, 0) + 1"),
        List.of("trail", "facts", "facts || '{\"x\": \"y\"}'"),
        List.of("trail", "person_sealed", "'forged'"),
        List.of("span", "received", "received - 1"),
        List.of("day_total", "other_income", "other_income + 1"),
        List.of("donation", "status", "status || '!'"),
        List.of("donation", "document_hash", "'forged'"),
        List.of("payout", "approvals", "'[{}]'::jsonb"),
        List.of("payout", "paid_on", "coalesce(paid_on, '2000-01-01') + 1"),
        List.of("payout_batch", "count", "count + 1"),
        List.of("account", "roles", "'[\"ADMIN\"]'::jsonb"),
        List.of("token", "revoked", "not revoked"),
        List.of("refusal", "code", "'FORGED'"),
        List.of("data_access", "actor", "null"),
        List.of("key_destruction", "state", "'FORGED'"));
  }

  private final DataSource dataSource = TestDatabase.shared();

  @BeforeAll
  static void applyHistory() throws SQLException {
    TestDatabase.apply(TestDatabase.empty(), PROJECTION, ReadSchema.LIVE, HISTORY.events(), 1_000);
  }

  @Test
  void equalCopiesMatch() throws Exception {
    ReplayReport report = replay(false);
    assertThat(report.matches()).isTrue();
    assertThat(report.position()).isEqualTo(HISTORY.head());
    assertThat(report.controlFindings()).isEmpty();
    assertThat(report.tables())
        .hasSize(13)
        .allSatisfy(table -> assertThat(table.live()).isPositive().isEqualTo(table.rebuilt()));
  }

  @ParameterizedTest
  @MethodSource("alterations")
  void anAlteredRowIsNamedAndMended(List<String> alteration) throws Exception {
    String table = alteration.get(0);
    String column = alteration.get(1);
    change(
        "update live.%1$s set %2$s = %3$s where ctid = (select min(ctid) from live.%1$s)"
            .formatted(table, column, alteration.get(2)));

    ReplayReport report = replay(true);

    assertThat(report.differenceCount()).isEqualTo(1);
    Difference difference = report.differences().getFirst();
    assertThat(difference.table()).isEqualTo(table);
    assertThat(difference.column()).isEqualTo(column);
    assertThat(difference.kind()).isEqualTo(Kind.ALTERED);
    assertThat(difference.live()).isNotEqualTo(difference.rebuilt());
    assertThat(report.repaired()).isTrue();
    assertThat(replay(false).matches()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "projection",
        "fund",
        "trail",
        "span",
        "day_total",
        "donation",
        "payout",
        "payout_batch",
        "account",
        "token",
        "refusal",
        "data_access",
        "key_destruction"
      })
  void deletedAndInsertedRowsAreNamedAndMended(String table) throws Exception {
    change("create table public.kept as select * from live.%s limit 1".formatted(table));
    change("delete from live.%1$s where ctid = (select min(ctid) from live.%1$s)".formatted(table));
    assertThat(replay(true).differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.table()).isEqualTo(table);
              assertThat(difference.kind()).isEqualTo(Kind.MISSING);
              assertThat(difference.key()).contains("=");
            });
    change("update public.kept set %s".formatted(otherKey(table)));
    change("insert into live.%s select * from public.kept".formatted(table));
    change("drop table public.kept");
    assertThat(replay(true).differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.table()).isEqualTo(table);
              assertThat(difference.kind()).isEqualTo(Kind.SURPLUS);
            });
    assertThat(replay(false).matches()).isTrue();
  }

  @Test
  void manyDifferencesAreCountedAndTheFirstThousandListed() throws Exception {
    change("update live.trail set balance_after = balance_after + 1, actor = 'x'");
    ReplayReport report = replay(true);
    long rows = rows(report, "trail");
    assertThat(report.differenceCount()).isEqualTo(2 * rows);
    assertThat(report.differences()).hasSize(1_000);
    assertThat(replay(false).matches()).isTrue();
  }

  @Test
  void aTableOfAnotherShapeIsNamedAndMended() throws Exception {
    change("alter table live.token add column secret text");
    assertThat(replay(true).differences())
        .singleElement()
        .satisfies(difference -> assertThat(difference.kind()).isEqualTo(Kind.SHAPE));
    assertThat(replay(false).matches()).isTrue();
  }

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
      assertThat(first.await(Duration.ofSeconds(60))).isTrue();
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
  void aLiveCopyThatLagsIsComparedAsItIs() throws Exception {
    int known = HISTORY.ends().get(HISTORY.ends().size() / 2);
    TestDatabase.apply(
        TestDatabase.empty(), PROJECTION, ReadSchema.LIVE, HISTORY.until(known).events(), 1_000);
    ReplayReport report = replay(true);
    assertThat(report.matches()).isFalse();
    assertThat(report.differences()).anySatisfy(d -> assertThat(d.table()).isEqualTo("projection"));
    assertThat(replay(false).matches()).isTrue();
  }

  private ReplayReport replay(boolean repair) throws SQLException {
    ReplayRun run =
        new Replay(dataSource, PROJECTION, Duration.ZERO)
            .start(new ListSource(HISTORY.events()), repair, Runnable::run);
    ReplayProgress progress = run.progress();
    assertThat(progress.failure()).isNull();
    ReplayReport report = progress.report();
    if (report == null) {
      throw new AssertionError("no report");
    }
    return report;
  }

  private void change(String sql) throws SQLException {
    TestDatabase.execute(dataSource, sql);
  }

  private static long rows(ReplayReport report, String table) {
    return report.tables().stream()
        .filter(count -> count.table().equals(table))
        .findFirst()
        .orElseThrow()
        .rebuilt();
  }

  private static String otherKey(String table) {
    String id = "'00000000-0000-4000-8000-000000000000'";
    return switch (table) {
      case "projection" -> "name = 'other'";
      case "trail" -> "line = 99";
      case "span", "day_total" -> "effective_on = '1999-01-01'";
      case "refusal", "data_access" -> "position = 1000000";
      case "key_destruction" -> "subject_id = " + id;
      case "payout_batch" -> "batch_id = " + id;
      default -> table + "_id = " + id;
    };
  }
}
