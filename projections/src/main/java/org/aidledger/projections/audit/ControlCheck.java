package org.aidledger.projections.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.projections.ReadSchema;

/** Checks that details add up to their control totals 总账与明细账核对, and that no number is missing. */
public final class ControlCheck {

  /**
   * The digest is that of {@link org.aidledger.core.fund.DetailDigest}: the streams of the entries
   * in the order of their numbers.
   */
  private static final String SQL =
      """
      with control as (
        select position, fund_id, movement, (facts ->> 'first')::bigint as first,
          (facts ->> 'count')::bigint as count, (facts ->> 'total')::bigint as total,
          facts ->> 'digest' as digest
        from ${schema}.trail where type in ('DonationsPosted', 'EntriesPosted')
      ), details as (
        select c.*, d.* from control c cross join lateral (
          select count(*) as found_count, coalesce(sum(t.amount), 0) as found_total,
            encode(sha256(convert_to(
              string_agg(t.stream_id::text, E'\\n' order by t.entry_number), 'UTF8')), 'hex')
              as found_digest,
            string_agg(distinct t.movement, ' ') as found_movement
          from ${schema}.trail t
          where t.fund_id = c.fund_id and t.entry_number between c.first and c.first + c.count - 1
        ) d
      ), numbering as (
        select f.fund_id, f.last_entry_number, coalesce(e.entries, 0) as entries,
          coalesce(e.numbers, 0) as numbers, coalesce(c.controlled, 0) as controlled
        from ${schema}.fund f
        left join (
          select fund_id, count(*) as entries, count(distinct entry_number) as numbers
          from ${schema}.trail where entry_number is not null group by fund_id) e using (fund_id)
        left join (
          select fund_id, sum(count) as controlled from control group by fund_id) c using (fund_id)
      )
      select fund_id, position, what, expected, found from (
        select fund_id, position, what, expected, found
        from details cross join lateral (values
          ('COUNT', count::text, found_count::text),
          ('TOTAL', total::text, found_total::text),
          ('DIGEST', digest, found_digest),
          ('MOVEMENT', movement, found_movement)) v (what, expected, found)
        union all
        select fund_id, null, 'NUMBERING', last_entry_number::text, v.found
        from numbering cross join lateral (values
          (entries::text), (numbers::text), (controlled::text)) v (found)
      ) checks (fund_id, position, what, expected, found)
      where expected is distinct from found
      order by position nulls last, fund_id, what limit ?
      """;

  private ControlCheck() {}

  /**
   * What does not add up in a copy of the read models, in the order of the control totals.
   *
   * @param limit how many findings are wanted at most
   */
  public static List<ControlFinding> findings(Connection connection, ReadSchema schema, int limit)
      throws SQLException {
    String sql = SQL.replace("${schema}", schema.sql());
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, limit);
      List<ControlFinding> findings = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          findings.add(
              new ControlFinding(
                  rows.getString("fund_id"),
                  rows.getObject("position", Long.class),
                  rows.getString("what"),
                  rows.getString("expected"),
                  rows.getString("found")));
        }
      }
      return findings;
    }
  }
}
