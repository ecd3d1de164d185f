package org.aidledger.api.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aidledger.api.export.Column;
import org.aidledger.core.money.Money;
import org.aidledger.projections.fund.Balance;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The balances of all funds at a time in the past, beside those of now. */
@Component
public final class PastRows {

  /**
   * A fund with what is available now.
   *
   * @param then what was available, in minor units; 0 before the fund was opened
   * @param position the last event that counts
   */
  public record Row(FundView fund, long then, long position) {

    public long now() {
      return fund.figures().available();
    }

    public long difference() {
      return Math.subtractExact(now(), then);
    }

    private Money money(long minor) {
      return Money.of(minor, fund.currency());
    }
  }

  private final FundQueries funds;
  private final BalanceQueries balances;

  PastRows(FundQueries funds, BalanceQueries balances) {
    this.funds = funds;
    this.balances = balances;
  }

  /**
   * A page of funds.
   *
   * @param effectiveOn the last day that counts, absent for all
   * @param position the last event that counts, absent for all
   */
  public Page<Row> page(
      @Nullable LocalDate effectiveOn, @Nullable Long position, @Nullable Cursor after, int limit) {
    Page<FundView> page = funds.list(after, limit);
    Map<String, Balance> then =
        balances
            .balances(page.items().stream().map(FundView::fundId).toList(), effectiveOn, position)
            .stream()
            .collect(Collectors.toMap(Balance::fundId, Function.identity()));
    return new Page<>(
        page.items().stream()
            .map(
                fund -> {
                  Balance balance = then.get(fund.fundId());
                  return new Row(
                      fund,
                      balance == null ? 0 : balance.figures().available(),
                      balance == null ? -1 : balance.position());
                })
            .toList(),
        page.next());
  }

  static List<Column<Row>> columns() {
    return List.of(
        Column.text("export.fundCode", 16, row -> row.fund.code()),
        Column.text("export.fund", 28, row -> row.fund.name()),
        Column.text("export.currency", 8, row -> row.fund.currency()),
        Column.amount("export.then", row -> row.money(row.then)),
        Column.amount("export.now", row -> row.money(row.now())),
        Column.amount("export.difference", row -> row.money(row.difference())),
        Column.whole("export.position", Row::position));
  }
}
