package org.aidledger.projections.finding;

import static org.aidledger.projections.query.Fields.text;
import static org.aidledger.projections.query.Fields.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.core.finding.FindingState;
import org.aidledger.core.finding.Severity;
import org.aidledger.projections.Json;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Fields;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.query.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists findings, and what happened to each. */
public final class FindingQueries {

  /** Steps of one finding that are listed; more are not for people to read through. */
  private static final int MOST_STEPS = 500;

  private final JdbcClient jdbc;

  public FindingQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Findings in the order in which they were raised.
   *
   * @param limit at most {@link Page#MAX}
   */
  public Page<FindingView> list(
      FindingFilter filter, Order order, @Nullable Cursor after, int limit) {
    Where where =
        new Where()
            .and("organisation = :organisation", "organisation", filter.organisation())
            .id("fund_id", filter.fundId())
            .and("state = :state", "state", filter.state())
            .and("severity = :severity", "severity", filter.severity())
            .and(
                "first_position " + order.beyond() + " :after",
                "after",
                after == null ? null : after.position());
    List<FindingView> found =
        jdbc.sql(
                "select * from live.finding %s order by first_position %s limit %d"
                    .formatted(where.sql(), order.sql(), Page.limit(limit) + 1))
            .params(where.values())
            .query(FindingQueries::finding)
            .list();
    return Page.of(found, limit, finding -> new Cursor(finding.position(), 0));
  }

  /** The finding, if there is one. */
  public Optional<FindingView> one(String findingId) {
    UUID id = Fields.id(findingId);
    return id == null
        ? Optional.empty()
        : jdbc.sql("select * from live.finding where finding_id = ?")
            .param(id)
            .query(FindingQueries::finding)
            .optional();
  }

  /** What happened to a finding, in its order. */
  public List<FindingStep> steps(String findingId) {
    return steps(List.of(findingId)).getOrDefault(findingId, List.of());
  }

  /** What happened to each of these findings, in its order, by the finding. */
  public Map<String, List<FindingStep>> steps(Collection<String> findingIds) {
    Map<String, List<FindingStep>> steps = new HashMap<>();
    jdbc.sql(
            """
            select * from (
              select s.*, row_number() over (partition by finding_id order by position) as number
              from live.finding_step s where finding_id = any(?)
            ) as step where number <= %d order by position"""
                .formatted(MOST_STEPS))
        .param(findingIds.stream().map(Fields::id).filter(Objects::nonNull).toArray(UUID[]::new))
        .query(
            row -> {
              steps
                  .computeIfAbsent(text(row, "finding_id"), _ -> new ArrayList<>())
                  .add(
                      new FindingStep(
                          row.getLong("position"),
                          text(row, "type"),
                          Fields.time(row, "recorded_at"),
                          text(row, "actor"),
                          Fields.sealed(row, "text")));
            });
    return steps;
  }

  /** How many findings wait in this state. */
  public long count(FindingState state) {
    return jdbc.sql("select count(*) from live.finding where state = ?")
        .param(state.name())
        .query(Long.class)
        .single();
  }

  private static FindingView finding(ResultSet row, int number) throws SQLException {
    return new FindingView(
        text(row, "finding_id"),
        text(row, "organisation"),
        textOrNull(row, "fund_id"),
        Severity.valueOf(text(row, "severity")),
        textOrNull(row, "exception_kind"),
        FindingState.valueOf(text(row, "state")),
        Json.numbers(text(row, "positions")),
        Fields.sealed(row, "text"),
        text(row, "raised_by"),
        Fields.time(row, "raised_at"),
        textOrNull(row, "answered_by"),
        Fields.timeOrNull(row, "answered_at"),
        textOrNull(row, "closed_by"),
        Fields.timeOrNull(row, "closed_at"),
        row.getLong("first_position"),
        row.getLong("last_position"));
  }
}
