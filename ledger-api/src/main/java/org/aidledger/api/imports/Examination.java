package org.aidledger.api.imports;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at all lines of an import at once, set against the book. */
final class Examination {

  /** Units that are listed with their totals. */
  private static final int MOST_UNITS = 2_000;

  private static final String GOOD = "status in ('NEW', 'ALREADY_RECORDED', 'CHANGED', 'SUMMED')";

  private static final String SUSPECTS_IN_FILE =
      """
      update intake.line l set suspect = 'line:' || f.first
      from (
        select coalesce(person, name) who, amount, day, min(line) first from intake.line
        where import = :import and status = 'NEW' and referenced
          and coalesce(person, name) is not null
        group by 1, 2, 3 having count(*) > 1) f
      where l.import = :import and l.status = 'NEW' and l.referenced and l.suspect is null
        and coalesce(l.person, l.name) = f.who and l.amount = f.amount and l.day = f.day
        and l.line <> f.first
      """;

  private static final String GONE =
      """
      insert into intake.gone (import, donation_id, amount)
      select :import, d.donation_id, d.amount from live.donation d
      where d.fund_id = :fund and d.source = :batch and d.status <> 'REVERSED' and not exists (
        select from intake.line l where l.import = :import and l.entry = d.donation_id)
      """;

  private static final String COUNT =
      """
      update intake.import i set lines = c.lines, total = c.total, refused = c.refused,
        skipped = c.skipped, already_recorded = c.already_recorded, changed = c.changed,
        recorded = c.recorded, done = c.lines, of = c.lines
      from (
        select count(*) lines,
          coalesce(sum(amount) filter (where %1$s or status = 'RECORDED'), 0) total,
          count(*) filter (where status = 'REFUSED') refused,
          count(*) filter (where status = 'SKIPPED') skipped,
          count(*) filter (where status = 'ALREADY_RECORDED') already_recorded,
          count(*) filter (where status = 'CHANGED') changed,
          count(*) filter (where status = 'RECORDED' or (status = 'NEW' and line <= :posted))
            recorded
        from intake.line where import = :import) c
      where i.number = :import
      """
          .formatted(GOOD);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  Examination(DataSource dataSource, PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Finds what the people should look at before they post. */
  Findings examine(ImportRow row) {
    return Objects.requireNonNull(transactions.execute(_ -> examined(row)));
  }

  private Findings examined(ImportRow row) {
    jdbc.sql("set local work_mem = '64MB'").update();
    long number = row.number();
    boolean needsBatch =
        jdbc.sql(
                "select exists (select from intake.line where import = ? and not referenced and "
                    + GOOD
                    + ")")
            .param(number)
            .query(Boolean.class)
            .single();
    settleParts(number, 0);
    if (donationsIn(row.fundId().value())) {
      SuspectedDuplicates.mark(jdbc, row);
      if (needsBatch) {
        jdbc.sql(GONE)
            .param("import", number)
            .param("fund", row.fundId().value())
            .param("batch", row.batchName())
            .update();
      }
    }
    jdbc.sql(SUSPECTS_IN_FILE).param("import", number).update();
    return new Findings(
        perUnit(number),
        figure(
            "select count(distinct coalesce(unit, '')) from intake.line where import = ?", number),
        figure("select count(*) from intake.line where import = ? and suspect is not null", number),
        figure(
            "select count(*) from intake.line where import = ? and repeated = 'DIFFERENT'"
                + " and not referenced",
            number),
        needsBatch,
        figure("select count(*) from intake.gone where import = ?", number),
        figure("select coalesce(sum(amount), 0) from intake.gone where import = ?", number),
        false);
  }

  /** Counts the lines anew; what the posting has passed is recorded. */
  void count(long number, int postedTo) {
    jdbc.sql(COUNT).param("import", number).param("posted", postedTo).update();
  }

  /** Lines that were summed up fare as the line that stands for them. */
  void settleParts(long number, int postedTo) {
    jdbc.sql(
            """
            update intake.line p set code = l.code,
              status = case when l.status = 'NEW' and l.line <= :posted then 'RECORDED'
                else l.status end
            from intake.line l
            where p.import = :import and p.status = 'SUMMED' and l.import = :import
              and l.line = p.leader and (l.status <> 'NEW' or l.line <= :posted)
              and l.status <> 'CHANGED'
            """)
        .param("import", number)
        .param("posted", postedTo)
        .update();
  }

  private boolean donationsIn(UUID fund) {
    return jdbc.sql("select exists (select from live.donation where fund_id = ?)")
        .param(fund)
        .query(Boolean.class)
        .single();
  }

  private List<Findings.UnitTotal> perUnit(long number) {
    return jdbc.sql(
            """
            select unit, count(*) lines, sum(amount) total from intake.line
            where import = ? and %s group by unit order by total desc, unit limit %d
            """
                .formatted(GOOD, MOST_UNITS))
        .param(number)
        .query(
            (r, _) ->
                new Findings.UnitTotal(r.getString("unit"), r.getLong("lines"), r.getLong("total")))
        .list();
  }

  private long figure(String sql, long number) {
    return jdbc.sql(sql).param(number).query(Long.class).single();
  }
}
