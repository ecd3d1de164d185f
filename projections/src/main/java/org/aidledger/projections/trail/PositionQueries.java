package org.aidledger.projections.trail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.aidledger.projections.query.Fields;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Translates recorded times into positions. */
public final class PositionQueries {

  /**
   * Halves the range of positions until one is left. Every line up to {@code lo} was recorded by
   * the wanted time, every line from {@code hi} on was recorded later.
   */
  private static final String BISECT =
      """
      with recursive step (lo, hi) as (
        select -1::bigint, (select position + 1 from live.projection where name = 'ledger')
        union all
        select
          case when probe.recorded_at <= :time then probe.position else step.lo end,
          case when probe.recorded_at <= :time then step.hi else (step.lo + step.hi + 1) / 2 end
        from step left join lateral (
          select t.position, t.recorded_at from live.trail t
          where t.position >= (step.lo + step.hi + 1) / 2 and t.position < step.hi
          order by t.position limit 1) probe on true
        where step.hi - step.lo > 1
      )
      select max(lo) from step
      """;

  private final JdbcClient jdbc;

  public PositionQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The position that the read model has applied, -1 before the first event. */
  public long applied() {
    return jdbc.sql("select position from live.projection where name = 'ledger'")
        .query(Long.class)
        .single();
  }

  /**
   * The position of the last line of any trail that was recorded at or before a time, -1 if there
   * is none. It stays the same for ever once the read model has applied an event recorded later.
   */
  public long lastRecordedBy(Instant time) {
    return jdbc.sql(BISECT).param("time", time.atOffset(ZoneOffset.UTC)).query(Long.class).single();
  }

  /** When the lines at these positions were recorded; positions without a line are left out. */
  public Map<Long, Instant> recordedAt(Collection<Long> wanted) {
    Map<Long, Instant> times = new HashMap<>();
    if (!wanted.isEmpty()) {
      jdbc.sql(
              "select position, recorded_at from live.trail where position in (:wanted) and line = 0")
          .param("wanted", wanted)
          .query(
              row -> {
                times.put(row.getLong("position"), Fields.time(row, "recorded_at"));
              });
    }
    return times;
  }
}
