package org.aidledger.api.auditpackage;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.projections.Figures;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the read models say that the funds had when a position had been recorded. */
final class PackageBalances {

  private static final String FUNDS =
      """
      select f.fund_id, coalesce((select max(t.entry_number) from live.trail t
          where t.fund_id = f.fund_id and t.position <= :position), 0) as last_entry_number
        from live.fund f
        where f.opened_position <= :position
          and (cast(:fund as uuid) is null or f.fund_id = cast(:fund as uuid))
        order by f.fund_id
      """;

  private final JdbcClient jdbc;
  private final FundQueries funds;
  private final BalanceQueries balances;

  PackageBalances(DataSource dataSource, FundQueries funds, BalanceQueries balances) {
    this.jdbc = JdbcClient.create(dataSource);
    this.funds = funds;
    this.balances = balances;
  }

  /**
   * One fund in balances.json.
   *
   * @param available in minor units
   */
  record FundFigures(
      String fundId, String currency, long available, long reserved, long lastEntryNumber) {}

  /** A fund and how many entries it had. */
  private record Known(String fundId, long lastEntryNumber) {}

  /**
   * The balances after a position; none before the first event.
   *
   * @param fundId of one fund only; null for all
   */
  List<FundFigures> after(long position, @Nullable UUID fundId) {
    if (position < 0) {
      return List.of();
    }
    return jdbc
        .sql(FUNDS)
        .param("position", position)
        .param("fund", fundId)
        .query(
            (row, number) -> new Known(row.getString("fund_id"), row.getLong("last_entry_number")))
        .list()
        .stream()
        .map(known -> figures(known, position))
        .toList();
  }

  /** What everybody sees on the pages, where it is not later than the position. */
  private FundFigures figures(Known known, long position) {
    FundView now = funds.one(known.fundId).orElseThrow();
    Figures figures =
        now.lastPosition() <= position
            ? now.figures()
            : balances.balance(known.fundId, null, position).orElseThrow().figures();
    return new FundFigures(
        known.fundId,
        now.currency(),
        figures.available(),
        figures.reserved(),
        known.lastEntryNumber);
  }
}
