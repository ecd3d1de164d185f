package org.aidledger.projections.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.aidledger.projections.Figures;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.TestDatabase;
import org.aidledger.projections.history.History;
import org.aidledger.projections.writing.Applied;
import org.aidledger.projections.writing.LedgerProjection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestBalancesTest {

  private static final UUID FUND = new UUID(0, 1);

  private final LedgerProjection projection = new LedgerProjection();
  private final AtomicInteger asked = new AtomicInteger();
  private final DataSource dataSource = TestDatabase.shared();
  private final ReadPosition reading = new ReadPosition(dataSource);
  private final AtomicLong nanos = new AtomicLong();
  private final LatestBalances latest = new LatestBalances(reading, nanos::get);
  private final BalanceQueries tables = new BalanceQueries(dataSource);
  private final BalanceQueries balances = new BalanceQueries(counted(), latest);

  @BeforeEach
  void empty() throws SQLException {
    TestDatabase.empty();
  }

  /** Whatever was committed, told or lost, the answer is that of the tables. */
  @Test
  void aBalanceIsAlwaysThatOfTheTables() throws SQLException {
    long seed = new Random().nextLong();
    System.out.println("LatestBalancesTest seed " + seed);
    Random random = new Random(seed);
    History history = History.of(seed, 400);
    List<RecordedEvent> events = history.events();
    List<String> funds = funds(events);
    int fromMemory = 0;
    for (int from = 0; from < events.size(); ) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(20));
      Applied applied = apply(events.subList(from, to));
      // The answer to some commits is lost; nothing here is believed for longer than a second.
      if (random.nextInt(10) == 0) {
        nanos.addAndGet(1_000_000_000);
      } else {
        latest.committed(applied.before(), applied.position(), applied.balances());
      }
      for (int i = 0; i < 3; i++) {
        String fund = funds.get(random.nextInt(funds.size()));
        int before = asked.get();
        assertThat(balances.balance(fund, null, null))
            .as("seed %d, fund %s at %d", seed, fund, applied.position())
            .isEqualTo(tables.balance(fund, null, null));
        fromMemory += asked.get() == before ? 1 : 0;
      }
      from = to;
    }
    assertThat(fromMemory).as("seed " + seed).isPositive();
  }

  @Test
  void aFundThatMovedIsNotAskedOfTheDatabase() throws SQLException {
    History history = History.of(31, 50);
    Applied applied = apply(history.events());
    latest.committed(applied.before(), applied.position(), applied.balances());

    for (UUID fund : applied.balances().keySet()) {
      assertThat(balances.balance(fund.toString(), null, null))
          .isEqualTo(tables.balance(fund.toString(), null, null));
    }
    assertThat(applied.balances()).isNotEmpty();
    assertThat(asked.get()).isZero();
  }

  @Test
  void aFundThatRestsIsAskedOnce() throws SQLException {
    History history = History.of(32, 50);
    Applied applied = apply(history.events());
    String fund = applied.balances().keySet().iterator().next().toString();

    for (int i = 0; i < 5; i++) {
      assertThat(balances.balance(fund, null, null)).isEqualTo(tables.balance(fund, null, null));
    }
    assertThat(asked.get()).isOne();
    assertThat(balances.balance(fund, null, 3L)).isEqualTo(tables.balance(fund, null, 3L));
    assertThat(asked.get()).isEqualTo(2);
  }

  @Test
  void whereATransactionIsMissingEverythingIsForgotten() {
    latest.committed(-1, 4, Map.of(FUND, has(100)));
    assertThat(latest.find(FUND)).contains(new Balance(FUND.toString(), "CNY", figures(100), 4));
    latest.committed(4, 6, Map.of());
    assertThat(latest.find(FUND)).contains(new Balance(FUND.toString(), "CNY", figures(100), 6));

    latest.committed(7, 8, Map.of());
    assertThat(latest.find(FUND)).isEmpty();
  }

  @Test
  void whatWasReadBeforeATransactionIsNotKeptAfterIt() {
    latest.committed(-1, 4, Map.of());
    latest.keep(FUND, new Balance(FUND.toString(), "CNY", figures(100), 3));
    assertThat(latest.find(FUND)).isEmpty();
    latest.keep(FUND, new Balance(FUND.toString(), "CNY", figures(100), 5));
    assertThat(latest.find(FUND)).isEmpty();
    latest.keep(FUND, new Balance(FUND.toString(), "CNY", figures(100), 4));
    assertThat(latest.find(FUND)).isPresent();
  }

  @Test
  void whatIsOlderThanASecondIsReadAnew() {
    latest.committed(-1, 4, Map.of(FUND, has(100)));
    nanos.addAndGet(999_999_999);
    assertThat(latest.find(FUND)).isPresent();
    nanos.incrementAndGet();
    assertThat(latest.find(FUND)).isEmpty();
    latest.keep(FUND, new Balance(FUND.toString(), "CNY", figures(100), 4));
    assertThat(latest.find(FUND)).isPresent();
  }

  /** Whoever waited for a position must not be shown what was before it. */
  @Test
  void whoHasSeenTheTablesAheadIsNotAnsweredFromMemory() {
    latest.committed(-1, 4, Map.of(FUND, has(100)));
    reading.reached(5);
    assertThat(latest.find(FUND)).isEmpty();
    latest.committed(4, 5, Map.of());
    assertThat(latest.find(FUND)).isPresent();
  }

  @Test
  void noMoreFundsAreKeptThanThereIsRoomFor() {
    for (long fund = 0; fund < 10_000; fund++) {
      latest.committed(fund - 1, fund, Map.of(new UUID(1, fund), has(fund)));
    }
    assertThat(latest.find(new UUID(1, 0))).isPresent();
    latest.keep(FUND, new Balance(FUND.toString(), "CNY", figures(1), 9_999));
    assertThat(latest.find(FUND)).isEmpty();
    // Who is here already has a place.
    nanos.addAndGet(1_000_000_000);
    UUID held = new UUID(1, 0);
    latest.keep(held, new Balance(held.toString(), "CNY", figures(0), 9_999));
    assertThat(latest.find(held)).isPresent();
    latest.committed(9_999, 10_000, Map.of(FUND, has(7)));
    assertThat(latest.find(new UUID(1, 0))).isEmpty();
    assertThat(latest.find(FUND)).isPresent();
  }

  private Applied apply(List<RecordedEvent> events) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      Applied applied = projection.apply(connection, ReadSchema.LIVE, events);
      connection.commit();
      return applied;
    }
  }

  private static List<String> funds(List<RecordedEvent> events) {
    return events.stream()
        .filter(event -> event.streamType().equals("Fund"))
        .map(RecordedEvent::streamId)
        .distinct()
        .toList();
  }

  private static LatestBalances.Latest has(long received) {
    return new LatestBalances.Latest("CNY", figures(received));
  }

  private static Figures figures(long received) {
    return new Figures(0, received, 0, 0, 0, 0, 0, 0, 0);
  }

  private DataSource counted() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, method, arguments) -> {
              if (method.getName().equals("getConnection")) {
                asked.incrementAndGet();
              }
              return method.invoke(dataSource, arguments);
            });
  }
}
