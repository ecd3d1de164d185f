package org.aidledger.projections.audit;

import static org.aidledger.projections.query.Fields.text;
import static org.aidledger.projections.query.Fields.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.projections.Json;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Fields;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.query.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists refused commands. */
public final class RefusalQueries {

  private final JdbcClient jdbc;

  public RefusalQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Refusals in the order in which they were recorded.
   *
   * @param code one rule, or all
   * @param fundId one fund, or all
   * @param actor one account, or all
   * @param limit at most {@link Page#MAX}
   */
  public Page<RefusalView> list(
      @Nullable String code,
      @Nullable String fundId,
      @Nullable String actor,
      Order order,
      @Nullable Cursor after,
      int limit) {
    Where where =
        new Where()
            .and("code = :code", "code", code)
            .and("fund_id = :fund", "fund", fundId)
            .and("actor = :actor", "actor", actor)
            .and(
                "position " + order.beyond() + " :after",
                "after",
                after == null ? null : after.position());
    List<RefusalView> found =
        jdbc.sql(
                "select * from live.refusal %s order by position %s limit %d"
                    .formatted(where.sql(), order.sql(), Page.limit(limit) + 1))
            .params(where.values())
            .query(RefusalQueries::refusal)
            .list();
    return Page.of(found, limit, refusal -> new Cursor(refusal.position(), 0));
  }

  /** Reads a row of refusals. */
  public static RefusalView refusal(ResultSet row, int number) throws SQLException {
    return new RefusalView(
        row.getLong("position"),
        text(row, "refusal_id"),
        Fields.time(row, "recorded_at"),
        textOrNull(row, "actor"),
        text(row, "command"),
        text(row, "code"),
        textOrNull(row, "fund_id"),
        textOrNull(row, "subject_of_command"),
        Json.facts(text(row, "facts")));
  }
}
