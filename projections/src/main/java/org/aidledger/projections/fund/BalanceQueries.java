package org.aidledger.projections.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.projections.FigureSql;
import org.aidledger.projections.Spans;
import org.aidledger.projections.query.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what a fund's balance is, or was on a day, or was thought to be at a position. */
public final class BalanceQueries {

  private final @Nullable LatestBalances latest;
  private final JdbcClient jdbc;
  private final BalanceSql sql;

  public BalanceQueries(DataSource dataSource) {
    this(dataSource, Spans.STANDARD);
  }

  /** With the spans that the projection was given. */
  public BalanceQueries(DataSource dataSource, Spans spans) {
    this(dataSource, spans, null);
  }

  /** With what this process, which alone writes the read models, has in memory. */
  public BalanceQueries(DataSource dataSource, LatestBalances latest) {
    this(dataSource, Spans.STANDARD, latest);
  }

  private BalanceQueries(DataSource dataSource, Spans spans, @Nullable LatestBalances latest) {
    this.latest = latest;
    this.jdbc = JdbcClient.create(dataSource);
    this.sql = new BalanceSql(spans);
  }

  /**
   * The balance of one fund, absent if there is no such fund.
   *
   * @param effectiveOn only entries effective on or before this day count; absent for all
   * @param knownAtPosition only events up to this position count, so that the answer never changes;
   *     absent for all. Beyond what the read model has applied, the answer says with its position
   *     how far it reaches.
   */
  public Optional<Balance> balance(
      String fundId, @Nullable LocalDate effectiveOn, @Nullable Long knownAtPosition) {
    UUID id = Fields.id(fundId);
    if (id == null) {
      return Optional.empty();
    }
    return latest == null || effectiveOn != null || knownAtPosition != null
        ? read(id, effectiveOn, knownAtPosition)
        : latest.find(id).or(() -> readAndKeep(latest, id));
  }

  private Optional<Balance> readAndKeep(LatestBalances kept, UUID fund) {
    Optional<Balance> balance = read(fund, null, null);
    balance.ifPresent(found -> kept.keep(fund, found));
    return balance;
  }

  private Optional<Balance> read(
      UUID fund, @Nullable LocalDate effectiveOn, @Nullable Long knownAtPosition) {
    Map<String, Object> values = values(effectiveOn, knownAtPosition);
    values.put("fund", fund);
    return jdbc.sql(one(effectiveOn != null, knownAtPosition != null))
        .params(values)
        .query(BalanceQueries::balance)
        .optional();
  }

  /** The balances of several funds under the same conditions; unknown ones are left out. */
  public List<Balance> balances(
      Collection<String> fundIds, @Nullable LocalDate effectiveOn, @Nullable Long knownAtPosition) {
    List<UUID> ids = fundIds.stream().map(Fields::id).filter(Objects::nonNull).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, Object> values = values(effectiveOn, knownAtPosition);
    values.put("fund", ids);
    return jdbc.sql(one(effectiveOn != null, knownAtPosition != null))
        .params(values)
        .query(BalanceQueries::balance)
        .list();
  }

  /** The balances of all funds together, one for each currency, under the same conditions. */
  public List<CurrencyTotal> totals(
      @Nullable LocalDate effectiveOn, @Nullable Long knownAtPosition) {
    return jdbc.sql(all(effectiveOn != null, knownAtPosition != null))
        .params(values(effectiveOn, knownAtPosition))
        .query(BalanceQueries::total)
        .list();
  }

  private String one(boolean onDay, boolean known) {
    return "%s select f.fund_id, f.currency, %s, (select n - 1 from upto) as position from %s where f.fund_id in (:fund)"
        .formatted(sql.upTo(onDay, known), FigureSql.columns(), from(onDay, known));
  }

  private String all(boolean onDay, boolean known) {
    return """
    %s select f.currency, count(*) as funds, %s, (select n - 1 from upto) as position
    from %s group by f.currency order by f.currency"""
        .formatted(sql.upTo(onDay, known), FigureSql.sumOfColumns(), from(onDay, known));
  }

  /** Funds with their figures: out of the fund's own row unless the past is asked for. */
  private String from(boolean onDay, boolean known) {
    return onDay || known
        ? "(select fund_id, currency from live.fund) f cross join lateral (%s) figures"
            .formatted(sql.figures(onDay, known))
        : "live.fund f";
  }

  private static Map<String, Object> values(
      @Nullable LocalDate effectiveOn, @Nullable Long knownAtPosition) {
    Map<String, Object> values = new HashMap<>();
    if (effectiveOn != null) {
      values.put("day", effectiveOn);
    }
    if (knownAtPosition != null) {
      values.put("known", knownAtPosition);
    }
    return values;
  }

  private static Balance balance(ResultSet row, int number) throws SQLException {
    return new Balance(
        Fields.text(row, "fund_id"),
        Fields.text(row, "currency"),
        Fields.figures(row),
        row.getLong("position"));
  }

  private static CurrencyTotal total(ResultSet row, int number) throws SQLException {
    return new CurrencyTotal(
        Fields.text(row, "currency"),
        row.getLong("funds"),
        Fields.figures(row),
        row.getLong("position"));
  }
}
