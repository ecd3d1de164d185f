package org.aidledger.projections.sample;

import static org.aidledger.projections.query.Fields.text;

import java.util.List;
import javax.sql.DataSource;
import org.aidledger.projections.query.Where;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Draws monetary-unit samples: every yuan's smallest unit is equally likely, so an item is drawn in
 * proportion to its amount, and one of at least the interval always. The population is read from
 * the lines up to a position, which never change, so the same request gives the same sample later.
 */
public final class SampleQueries {

  /** The most units that one sample draws. */
  public static final int MOST = 500;

  private final JdbcClient jdbc;

  public SampleQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** The sample of a request. */
  public SampleView draw(SampleRequest request) {
    SampleView all = population(request);
    if (all.total() == 0) {
      return all;
    }
    long interval = Math.ceilDiv(all.total(), request.size());
    return draw(request, all, interval, SampleStart.of(request.seed(), interval));
  }

  /** How many items there are and what they add up to; nothing is drawn. */
  SampleView population(SampleRequest request) {
    Where where = where(request);
    return jdbc.sql(
            population(request, where)
                + "select count(*) as items, coalesce(sum(amount), 0)::bigint as total from item")
        .params(where.values())
        .query(
            (row, _) -> new SampleView(row.getLong("items"), row.getLong("total"), 0, 0, List.of()))
        .single();
  }

  /** The items in which a unit start, start + interval, start + 2 × interval … lies. */
  SampleView draw(SampleRequest request, SampleView all, long interval, long start) {
    Where where = where(request);
    List<SampleView.Item> items =
        jdbc.sql(
                population(request, where)
                    + """
                      , running as (
                        select item.*,
                          (sum(amount) over (order by position, stream_id))::bigint - amount as before
                        from item
                      ), drawn as (
                        select running.*,
                          (before + amount + :rest) / :interval - (before + :rest) / :interval as hits
                        from running
                      )
                      select * from drawn where hits > 0 order by position, stream_id
                      """)
            .params(where.values())
            .param("interval", interval)
            .param("rest", interval - start)
            .query(
                (row, _) ->
                    new SampleView.Item(
                        text(row, "stream_id"),
                        text(row, "fund_id"),
                        row.getLong("position"),
                        row.getLong("latest"),
                        row.getLong("amount"),
                        row.getLong("before"),
                        row.getLong("hits")))
            .list();
    return new SampleView(all.population(), all.total(), interval, start, items);
  }

  private static String population(SampleRequest request, Where where) {
    return """
    with item as (
      select t.stream_id, t.fund_id, min(t.position) as position,
        max(t.position) filter (where %1$s > 0) as latest, sum(%1$s)::bigint as amount
      from live.trail t join live.fund f on f.fund_id = t.fund_id %2$s
      group by t.stream_id, t.fund_id
      having sum(%1$s) > 0
    )
    """
        .formatted(request.of().value(), where.sql());
  }

  private static Where where(SampleRequest request) {
    return new Where()
        .and(request.of().condition())
        .id("t.fund_id", request.fundId())
        .and("f.organisation = :organisation", "organisation", request.organisation())
        .and("f.currency = :currency", "currency", request.currency())
        .and("t.effective_on >= :from", "from", request.from())
        .and("t.effective_on <= :to", "to", request.to())
        .and("t.position <= :position", "position", request.position());
  }
}
