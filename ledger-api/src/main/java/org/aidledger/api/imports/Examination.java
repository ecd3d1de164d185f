package org.aidledger.api.imports;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.store.subject.PersonMarks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at all lines of an import at once, set against the book. */
final class Examination {

  /** Units that are listed with their totals. */
  private static final int MOST_UNITS = 2_000;

  private static final String GOOD = "status in ('NEW', 'ALREADY_RECORDED', 'CHANGED', 'SUMMED')";

  // The digest, the amount and the day together keep the join small even where many share a name.
  private static final String SUSPECTS_BY_NUMBER =
      """
      update intake.line l set suspect = 'donation:' || g.donation_id
      from live.donation g join ledger.subject_index i on i.subject_id = g.donor_subject
      where l.import = :import and l.status = 'NEW' and g.fund_id = :fund
        and g.status <> 'REVERSED' and g.donation_id <> l.entry
        and ledger.digest_head(i.hmac) = ledger.digest_head(l.person)
        and i.kind = l.person_kind and i.hmac = l.person
        and g.amount = l.amount and g.received_on = l.day
      """;

  // Of those who share name, amount and day two stand for all, so that 40,000 gifts of nameless
  // people beside 40,000 lines of the same are not looked at in pairs.
  private static final String SUSPECTS_BY_NAME =
      """
      update intake.line l
      set suspect = 'donation:' || case when g.first = l.entry then g.last else g.first end
      from (
        select w.name, w.amount, w.day, numbered,
          min(d.donation_id::text)::uuid first, max(d.donation_id::text)::uuid last
        from (
            select distinct name, amount, day from intake.line
            where import = :import and status = 'NEW' and suspect is null and name is not null) w
          join ledger.subject_index i on ledger.digest_head(i.hmac) = ledger.digest_head(w.name)
            and i.kind = :name and i.hmac = w.name
          join live.donation d on d.donor_subject = i.subject_id
            and d.amount = w.amount and d.received_on = w.day
          cross join lateral (select exists (
            select from ledger.subject_index n
            where n.subject_id = d.donor_subject and n.kind = any(:numbers)) numbered) known
        where d.fund_id = :fund and d.status <> 'REVERSED'
        group by 1, 2, 3, 4) g
      where l.import = :import and l.status = 'NEW' and l.suspect is null
        and l.name = g.name and l.amount = g.amount and l.day = g.day
        and (g.first <> l.entry or g.last <> l.entry)
        and (l.person is null or not g.numbered)
      """;

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
      suspects(SUSPECTS_BY_NUMBER, row);
      suspects(SUSPECTS_BY_NAME, row);
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

  private void suspects(String sql, ImportRow row) {
    var statement = jdbc.sql(sql).param("import", row.number()).param("fund", row.fundId().value());
    if (sql.contains(":name")) {
      statement =
          statement
              .param("name", PersonMarks.FULL_NAME)
              .param("numbers", PersonMarks.NUMBERS.toArray(Integer[]::new));
    }
    statement.update();
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
