package org.aidledger.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.projections.Figures;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.fund.Balance;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.fund.LatestBalances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class ReadWiringTest {

  private static final UUID FUND = UUID.randomUUID();
  private static final Figures FIGURES = new Figures(0, 100, 0, 0, 0, 0, 0, 0, 0);

  private final DataSource database =
      (DataSource)
          Proxy.newProxyInstance(
              DataSource.class.getClassLoader(),
              new Class<?>[] {DataSource.class},
              (_, method, _) -> {
                throw new IllegalStateException("the database was asked: " + method.getName());
              });

  private final LatestBalances latest = new LatestBalances(new ReadPosition(database));

  private BalanceQueries balances(String... profiles) {
    latest.committed(-1, 4, Map.of(FUND, new LatestBalances.Latest("CNY", FIGURES)));
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles(profiles);
    return new ReadWiring().balanceQueries(database, latest, environment);
  }

  @Test
  void theLedgerThatHasItsDatabaseToItselfAnswersBalancesFromMemory() {
    assertThat(balances().balance(FUND.toString(), null, null))
        .contains(new Balance(FUND.toString(), "CNY", FIGURES, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "axonserver"})
  void whereAnotherNodeMayWriteTheTablesAreAsked(String profile) {
    BalanceQueries balances = balances(profile);
    assertThatThrownBy(() -> balances.balance(FUND.toString(), null, null))
        .hasStackTraceContaining("the database was asked");
  }
}
