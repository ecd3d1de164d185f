package org.aidledger.projections.period;

import static org.aidledger.projections.query.Fields.text;
import static org.aidledger.projections.query.Fields.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.period.event.ClosingStatements;
import org.aidledger.projections.Json;
import org.aidledger.projections.query.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds accounting periods, and what an organisation's closing has to know of its funds. */
public final class PeriodQueries {

  /** A federation has thousands of member unions; their names fit one list. */
  private static final int MOST_ORGANISATIONS = 20_000;

  private static final String HASH = "sha256.";

  private final JdbcClient jdbc;

  public PeriodQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** An organisation's periods; an organisation that never closed any has open ones alone. */
  public PeriodCalendarView of(String organisation) {
    return new PeriodCalendarView(
        organisation,
        jdbc.sql("select * from live.period_step where organisation = ? order by position")
            .param(organisation)
            .query(PeriodQueries::step)
            .list());
  }

  /** The organisations that have funds, by name. */
  public List<String> organisations() {
    return jdbc.sql(
            "select distinct organisation from live.fund order by organisation limit "
                + MOST_ORGANISATIONS)
        .query((row, _) -> text(row, "organisation"))
        .list();
  }

  /** All funds of an organisation, closed ones too. */
  public List<FundId> funds(String organisation) {
    return jdbc.sql("select fund_id from live.fund where organisation = ? order by fund_id")
        .param(organisation)
        .query((row, _) -> FundId.of(text(row, "fund_id")))
        .list();
  }

  /** How many payouts of an organisation are not at their end. */
  public long pendingPayouts(String organisation) {
    return jdbc.sql(
            """
            select count(*) from live.payout
            where state in ('REQUESTED', 'APPROVED', 'RETURNED') and organisation = ?
            """)
        .param(organisation)
        .query(Long.class)
        .single();
  }

  /** How many closings and reopenings wait for somebody else than this account. */
  public long waitingForOthersThan(String accountId) {
    return jdbc.sql(
            """
            select count(*) from (
              select distinct on (organisation) type, actor from live.period_step
              order by organisation, position desc) as last
            where type in ('PeriodClosingProposed', 'PeriodReopeningProposed') and actor <> ?
            """)
        .param(accountId)
        .query(Long.class)
        .single();
  }

  /** How many entries were booked in this month though their effective date lies before it. */
  public long lateEntries(String organisation, LocalDate firstOfMonth) {
    return jdbc.sql(
            """
            select count(*) from live.trail t join live.fund f using (fund_id)
            where t.posted_in = ? and f.organisation = ?
            """)
        .param(firstOfMonth)
        .param(organisation)
        .query(Long.class)
        .single();
  }

  private static PeriodStep step(ResultSet row, int number) throws SQLException {
    return new PeriodStep(
        row.getLong("position"),
        Fields.time(row, "recorded_at"),
        text(row, "organisation"),
        text(row, "type"),
        text(row, "period"),
        text(row, "proposal_id"),
        text(row, "actor"),
        textOrNull(row, "late_entries"),
        Json.facts(text(row, "open_items")),
        Fields.sealedOrNull(row, "reason"),
        Fields.dayOrNull(row, "closed_through"),
        row.getObject("funds", Integer.class),
        statements(textOrNull(row, "statements")));
  }

  private static @Nullable ClosingStatements statements(@Nullable String json) {
    if (json == null) {
      return null;
    }
    Map<String, String> facts = Json.facts(json);
    SortedMap<String, String> hashes = new TreeMap<>();
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(HASH)) {
            hashes.put(name.substring(HASH.length()), value);
          }
        });
    return new ClosingStatements(
        Integer.parseInt(Objects.requireNonNull(facts.get("form"))),
        Objects.requireNonNull(facts.get("origin")),
        Long.parseLong(Objects.requireNonNull(facts.get("size"))),
        Objects.requireNonNull(facts.get("rootHash")),
        hashes,
        facts.get("zone"));
  }
}
