package org.aidledger.projections.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.sql.DataSource;
import org.aidledger.core.fund.event.DonationsPosted;
import org.aidledger.projections.Figures;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.Spans;
import org.aidledger.projections.TestDatabase;
import org.aidledger.projections.audit.ControlCheck;
import org.aidledger.projections.audit.ControlFinding;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.history.History;
import org.aidledger.projections.history.ListSource;
import org.aidledger.projections.history.NaiveBook;
import org.aidledger.projections.replay.Replay;
import org.aidledger.projections.replay.ReplayReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerProjectionTest {

  private static final Figures NOTHING = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);

  private final LedgerProjection projection = new LedgerProjection(new Spans(List.of(4, 6, 8)));
  private final DataSource dataSource = TestDatabase.shared();
  private final JdbcClient jdbc = JdbcClient.create(dataSource);

  @BeforeEach
  void emptyReadModels() throws SQLException {
    TestDatabase.empty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void figuresAreThoseOfThePlainSumAndOfTheTrail(long seed) throws Exception {
    History history = apply(History.of(seed, 600), 250);
    Map<String, Figures> expected = NaiveBook.figures(history.events(), null);
    List<FundView> funds = new FundQueries(dataSource).list(null, 500).items();
    assertThat(funds)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            fund -> {
              assertThat(fund.figures()).isEqualTo(expected.getOrDefault(fund.fundId(), NOTHING));
              assertThat(fund.figures().available()).isNotNegative();
              assertThat(lastBalance(fund)).isEqualTo(fund.figures().available());
              assertThat(entryNumbers(fund)).isEqualTo(fund.lastEntryNumber());
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void detailsAddUpToTheirControlTotals(long seed) throws Exception {
    apply(History.of(seed, 500), 250);
    assertThat(findings()).isEmpty();
  }

  @Test
  void aControlTotalThatDoesNotAddUpIsFound() throws Exception {
    History history = History.of(6, 200);
    RecordedEvent posted =
        history.events().stream()
            .filter(event -> event.payload() instanceof DonationsPosted)
            .findFirst()
            .orElseThrow();
    List<RecordedEvent> forged =
        history.events().stream().map(e -> e.equals(posted) ? withHigherTotal(e) : e).toList();
    TestDatabase.apply(dataSource, projection, ReadSchema.LIVE, forged, 250);
    assertThat(findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what()).isEqualTo("TOTAL");
              assertThat(finding.position()).isEqualTo(posted.position());
            });
  }

  @Test
  void aMissingDetailIsFound() throws Exception {
    apply(History.of(6, 200), 250);
    TestDatabase.execute(
        dataSource,
        "delete from live.trail where type = 'PayoutPaid' and entry_number is not null");
    assertThat(findings()).extracting(ControlFinding::what).contains("COUNT", "TOTAL", "NUMBERING");
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 9})
  void theSizesOfBatchesDoNotMatter(long seed) throws Exception {
    History history = History.of(seed, 200);
    Random random = new Random(seed);
    int from = 0;
    while (from < history.events().size()) {
      int to = Math.min(history.events().size(), from + 1 + random.nextInt(seed == 8 ? 1 : 40));
      TestDatabase.apply(
          dataSource, projection, ReadSchema.LIVE, history.events().subList(from, to), 5_000);
      from = to;
    }
    assertThat(replayOf(history).matches()).isTrue();
  }

  @Test
  void eventsAppliedBeforeArePassedOver() throws Exception {
    History history = apply(History.of(10, 100), 1_000);
    TestDatabase.apply(dataSource, projection, ReadSchema.LIVE, history.events(), 70);
    assertThat(replayOf(history).matches()).isTrue();
  }

  @Test
  void aGapIsRefusedAndNothingWritten() throws Exception {
    List<RecordedEvent> events = History.of(10, 100).events();
    TestDatabase.apply(dataSource, projection, ReadSchema.LIVE, events.subList(0, 20), 1_000);
    assertThatThrownBy(
            () ->
                TestDatabase.apply(
                    dataSource, projection, ReadSchema.LIVE, events.subList(21, 30), 1_000))
        .isInstanceOf(ProjectionGap.class)
        .hasMessageContaining("19")
        .hasMessageContaining("21");
    TestDatabase.apply(dataSource, projection, ReadSchema.LIVE, events.subList(20, 30), 1_000);
  }

  @Test
  void anEventThatNobodyKnowsStopsTheProjection() {
    RecordedEvent first = History.of(10, 1).events().getFirst();
    RecordedEvent unknown =
        new RecordedEvent(
            0, first.eventId(), "X", first.streamId(), 0, first.recordedAt(), null, "?");
    assertThatThrownBy(
            () -> TestDatabase.apply(dataSource, projection, ReadSchema.LIVE, List.of(unknown), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.String");
  }

  private History apply(History history, int batchSize) throws SQLException {
    TestDatabase.apply(dataSource, projection, ReadSchema.LIVE, history.events(), batchSize);
    return history;
  }

  private ReplayReport replayOf(History history) throws SQLException {
    return Objects.requireNonNull(
        new Replay(dataSource, projection, Duration.ZERO)
            .start(new ListSource(history.events()), false, Runnable::run)
            .progress()
            .report());
  }

  private List<ControlFinding> findings() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return ControlCheck.findings(connection, ReadSchema.LIVE, 100);
    }
  }

  private long lastBalance(FundView fund) {
    return jdbc.sql(
            "select balance_after from live.trail where fund_id = ?::uuid order by position desc, line desc limit 1")
        .param(fund.fundId())
        .query(Long.class)
        .single();
  }

  private long entryNumbers(FundView fund) {
    return jdbc.sql("select count(distinct entry_number) from live.trail where fund_id = ?::uuid")
        .param(fund.fundId())
        .query(Long.class)
        .single();
  }

  private static RecordedEvent withHigherTotal(RecordedEvent event) {
    DonationsPosted posted = (DonationsPosted) event.payload();
    return new RecordedEvent(
        event.position(),
        event.eventId(),
        event.streamType(),
        event.streamId(),
        event.sequence(),
        event.recordedAt(),
        event.actor(),
        new DonationsPosted(
            posted.fundId(),
            posted.firstEntryNumber(),
            posted.count(),
            posted.total() + 1,
            posted.digest()));
  }
}
