package org.aidledger.api.auditpackage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.projections.fund.Balance;
import org.aidledger.projections.fund.BalanceQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the read models say that the funds had when a position had been recorded. */
final class PackageBalances {

  private static final String FUNDS =
      """
      select f.fund_id, f.currency, coalesce((select max(t.entry_number) from live.trail t
          where t.fund_id = f.fund_id and t.position <= :position), 0) as last_entry_number
        from live.fund f
        where f.opened_position <= :position
          and (cast(:fund as uuid) is null or f.fund_id = cast(:fund as uuid))
        order by f.fund_id
      """;

  private final JdbcClient jdbc;
  private final BalanceQueries balances;

  PackageBalances(DataSource dataSource, BalanceQueries balances) {
    this.jdbc = JdbcClient.create(dataSource);
    this.balances = balances;
  }

  /**
   * One fund in balances.json.
   *
   * @param available in minor units
   */
  record FundFigures(
      String fundId, String currency, long available, long reserved, long lastEntryNumber) {}

  /**
   * The balances after a position; none before the first event.
   *
   * @param fundId of one fund only; null for all
   */
  List<FundFigures> after(long position, @Nullable UUID fundId) {
    List<FundFigures> found = new ArrayList<>();
    if (position < 0) {
      return found;
    }
    List<Map<String, @Nullable Object>> funds =
        jdbc.sql(FUNDS).param("position", position).param("fund", fundId).query().listOfRows();
    for (Map<String, @Nullable Object> fund : funds) {
      String id = String.valueOf(fund.get("fund_id"));
      Balance balance = balances.balance(id, null, position).orElseThrow();
      found.add(
          new FundFigures(
              id,
              balance.currency(),
              balance.figures().available(),
              balance.figures().reserved(),
              Long.parseLong(String.valueOf(fund.get("last_entry_number")))));
    }
    return found;
  }
}
