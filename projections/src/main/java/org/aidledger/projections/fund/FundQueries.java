package org.aidledger.projections.fund;

import static org.aidledger.projections.query.Fields.numberOrNull;
import static org.aidledger.projections.query.Fields.text;
import static org.aidledger.projections.query.Fields.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Fields;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.query.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds funds with their current balances. */
public final class FundQueries {

  private final JdbcClient jdbc;

  public FundQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The fund, if there is one. */
  public Optional<FundView> one(String fundId) {
    UUID id = Fields.id(fundId);
    return id == null
        ? Optional.empty()
        : jdbc.sql("select * from live.fund where fund_id = ?")
            .param(id)
            .query(FundQueries::fund)
            .optional();
  }

  /**
   * Funds in the order in which they were opened.
   *
   * @param limit at most {@link Page#MAX}
   */
  public Page<FundView> list(@Nullable Cursor after, int limit) {
    return list(new Where(), after, limit);
  }

  private Page<FundView> list(Where where, @Nullable Cursor after, int limit) {
    where.and("opened_position > :after", "after", after == null ? null : after.position());
    List<FundView> found =
        jdbc.sql(
                "select * from live.fund %s order by opened_position limit %d"
                    .formatted(where.sql(), Page.limit(limit) + 1))
            .params(where.values())
            .query(FundQueries::fund)
            .list();
    return Page.of(found, limit, fund -> new Cursor(fund.openedPosition(), 0));
  }

  /** Funds that everybody may see, in the order in which they were opened. */
  public Page<FundView> published(@Nullable Cursor after, int limit) {
    return list(new Where().and("published"), after, limit);
  }

  /**
   * Funds with an event after a position, in the order of their latest events.
   *
   * @param position whatever the reader has seen already
   * @param limit at most {@link Page#MAX}
   */
  public List<FundView> changedAfter(long position, int limit) {
    return jdbc.sql(
            "select * from live.fund where last_position > ? order by last_position limit "
                + Page.limit(limit))
        .param(position)
        .query(FundQueries::fund)
        .list();
  }

  private static FundView fund(ResultSet row, int number) throws SQLException {
    return new FundView(
        text(row, "fund_id"),
        text(row, "organisation"),
        text(row, "code"),
        text(row, "name"),
        text(row, "purpose"),
        text(row, "currency"),
        text(row, "treatment"),
        numberOrNull(row, "approval_threshold"),
        text(row, "state"),
        row.getBoolean("published"),
        textOrNull(row, "successor_fund_id"),
        pendingChange(row),
        Fields.figures(row),
        row.getLong("last_entry_number"),
        row.getLong("opened_position"),
        row.getLong("last_position"));
  }

  private static @Nullable PendingChangeView pendingChange(ResultSet row) throws SQLException {
    String changeId = textOrNull(row, "pending_change_id");
    return changeId == null
        ? null
        : new PendingChangeView(
            changeId,
            textOrNull(row, "pending_purpose"),
            numberOrNull(row, "pending_threshold"),
            row.getBoolean("pending_threshold_removed"),
            text(row, "pending_proposed_by"),
            Fields.sealed(row, "pending_reason"));
  }
}
