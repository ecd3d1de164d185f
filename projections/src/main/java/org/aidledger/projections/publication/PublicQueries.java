package org.aidledger.projections.publication;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.projections.query.Fields;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts people without naming them. */
public final class PublicQueries {

  private static final String PEOPLE =
      """
      with people as (
        select date_trunc('month', d.received_on::timestamp)::date as month, 'GAVE' as side,
          coalesce(d.donor_subject, d.donation_id) as who
        from live.donation d
        where d.fund_id = :fund and d.status <> 'REVERSED' and d.donor_kind <> 'ORGANISATION'
          and d.received_on <= :until
        union
        select date_trunc('month', t.effective_on::timestamp)::date,
          case when t.movement in ('PAYMENT', 'RETURN') then 'GOT' else 'GAVE' end,
          coalesce(t.person_subject, t.stream_id)
        from live.trail t
        where t.fund_id = :fund and t.movement <> 'DONATION'
          and t.movement in ('PAYMENT', 'RETURN', 'DONATION_CORRECTION', 'DONATION_REVERSAL')
          and t.entry_number is not null and t.effective_on <= :until
      )
      select month, side, who from (
        select month, side, who, row_number() over (partition by month, side order by who) as n
        from people) numbered
      where n <= :enough order by month
      """;

  private static final String COUNTS =
      """
      select d.donations, d.donors, p.payouts, p.helped from (
        select count(*) as donations,
          count(distinct coalesce(donor_subject::text, donor_organisation, donation_id::text))
            as donors
        from live.donation
        where fund_id = :fund and status <> 'REVERSED' and received_on <= :until) d, (
        select count(*) as payouts, count(distinct payee_subject) as helped
        from live.payout
        where fund_id = :fund and kind = 'AID' and state = 'PAID' and paid_on <= :until) p
      """;

  private final JdbcClient jdbc;

  public PublicQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * The months in which people gave to a fund or got from it, the oldest first.
   *
   * @param until the last day that counts
   * @param enough at most so many people of a month are told apart
   */
  public List<MonthPeople> people(String fundId, LocalDate until, int enough) {
    UUID fund = Fields.id(fundId);
    if (fund == null) {
      return List.of();
    }
    Map<YearMonth, Set<String>> gave = new TreeMap<>();
    Map<YearMonth, Set<String>> got = new TreeMap<>();
    jdbc.sql(PEOPLE)
        .param("fund", fund)
        .param("until", until)
        .param("enough", enough)
        .query(
            row -> {
              YearMonth month = YearMonth.from(Fields.day(row, "month"));
              gave.computeIfAbsent(month, _ -> new HashSet<>());
              got.computeIfAbsent(month, _ -> new HashSet<>());
              ("GAVE".equals(Fields.text(row, "side")) ? gave : got)
                  .computeIfAbsent(month, _ -> new HashSet<>())
                  .add(Fields.text(row, "who"));
            });
    return gave.keySet().stream()
        .map(
            month ->
                new MonthPeople(
                    month, gave.getOrDefault(month, Set.of()), got.getOrDefault(month, Set.of())))
        .toList();
  }

  /** The counts of a fund up to a day. */
  public PublicCounts counts(String fundId, LocalDate until) {
    return jdbc.sql(COUNTS)
        .param("fund", UUID.fromString(fundId))
        .param("until", until)
        .query(
            (row, number) ->
                new PublicCounts(
                    row.getLong("donations"),
                    row.getLong("donors"),
                    row.getLong("payouts"),
                    row.getLong("helped")))
        .single();
  }
}
