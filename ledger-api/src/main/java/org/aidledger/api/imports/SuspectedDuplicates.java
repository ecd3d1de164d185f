package org.aidledger.api.imports;

import org.aidledger.store.subject.PersonMarks;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lines of a file that may be in the book already under another reference: the same person or name
 * gave the same amount on the same day.
 *
 * <p>There are two ways to the gifts that may be meant. What was given on the days of the file does
 * not grow with the book, but on the day on which a whole city gives it is a million for each of a
 * thousand short files. Those who bear the names of the file grow in number with every person whom
 * the ledger meets, but are few for a short file. So the days are gone through as far as that is
 * less work than the names, and the names only if the days have more.
 *
 * <p>The steps leave their rows in tables that the planner is told about: taking many for few, it
 * would go through all lines for each gift.
 */
final class SuspectedDuplicates {

  private static final String TABLES =
      """
      create temporary table asked (amount bigint not null, day date not null) on commit drop;
      create temporary table gift (
        donation_id uuid not null, subject_id uuid not null, amount bigint not null, day date not null
      ) on commit drop;
      create temporary table namesake (
        name bytea not null, amount bigint not null, day date not null, donation_id uuid not null,
        subject_id uuid not null, numbered boolean not null default false
      ) on commit drop
      """;

  private static final String ASKED =
      """
      insert into asked
      select distinct amount, day from intake.line
      where import = :import and status = 'NEW' and amount is not null and day is not null
      """;

  // Most gifts of a young book are of one day, from which the planner concludes that every day has
  // as many, and reads the whole book.
  private static final String NO_WHOLE_BOOK = "set local enable_seqscan = off";

  private static final String AS_THE_PLANNER_LIKES = "set local enable_seqscan = on";

  // In a book of five million people each name of the bench has some three hundred bearers, and to
  // reach what one of them gave costs a few times as much as the next gift of a day.
  private static final String GIFTS_OF_DAYS =
      """
      with bound as materialized (
          select 20000 + 500 * count(*) most from intake.line
          where import = :import and status = 'NEW'),
        given as materialized (
          select d.fund_id, d.status, d.donation_id, d.donor_subject, d.amount, d.received_on
          from live.donation d
          where d.received_on = any(array(select distinct day from asked))
          limit (select most from bound)),
        complete as materialized (
          select (select count(*) from given) < (select most from bound) yes),
        kept as (
          insert into gift
          select g.donation_id, g.donor_subject, g.amount, g.received_on
          from given g join asked a on a.amount = g.amount and a.day = g.received_on
          where g.fund_id = :fund and g.status <> 'REVERSED' and g.donor_subject is not null
            and (select yes from complete))
      select yes from complete
      """;

  // Laterals, for the planner takes the bearers of a name for one.
  private static final String GIFTS_OF_PEOPLE =
      """
      insert into gift
      select distinct d.donation_id, d.donor_subject, d.amount, d.received_on
      from (
          select person_kind kind, person hmac from intake.line
          where import = :import and status = 'NEW' and person is not null
          union
          select :name, name from intake.line
          where import = :import and status = 'NEW' and name is not null) n
        cross join lateral (
          select i.subject_id from ledger.subject_index i
          where ledger.digest_head(i.hmac) = ledger.digest_head(n.hmac)
            and i.kind = n.kind and i.hmac = n.hmac offset 0) i
        cross join lateral (
          select d.donation_id, d.donor_subject, d.amount, d.received_on from live.donation d
          where d.donor_subject = i.subject_id and d.fund_id = :fund and d.status <> 'REVERSED'
          offset 0) d
        join asked a on a.amount = d.amount and a.day = d.received_on
      """;

  private static final String BY_NUMBER =
      """
      update intake.line l set suspect = 'donation:' || g.donation_id
      from (
          select n.line, n.entry, n.amount, n.day, i.subject_id
          from intake.line n cross join lateral (
            select i.subject_id from ledger.subject_index i
            where ledger.digest_head(i.hmac) = ledger.digest_head(n.person)
              and i.kind = n.person_kind and i.hmac = n.person offset 0) i
          where n.import = :import and n.status = 'NEW' and n.person is not null
            and (n.amount, n.day) in (select amount, day from gift)) k
        join gift g on g.subject_id = k.subject_id and g.amount = k.amount and g.day = k.day
      where l.import = :import and l.line = k.line and g.donation_id <> k.entry
      """;

  // Free to go from the names to all who bear them, or from the gifts to their donors: which is
  // shorter depends on the file.
  private static final String NAMESAKES =
      """
      insert into namesake
      select n.name, g.amount, g.day, g.donation_id, g.subject_id
      from (
          select distinct name from intake.line
          where import = :import and status = 'NEW' and suspect is null and name is not null
            and (amount, day) in (select amount, day from gift)) n
        join ledger.subject_index i on ledger.digest_head(i.hmac) = ledger.digest_head(n.name)
          and i.kind = :name and i.hmac = n.name
        join gift g on g.subject_id = i.subject_id
      """;

  private static final String NUMBERED =
      """
      update namesake s set numbered = true
      where exists (
          select from ledger.subject_index i
          where i.subject_id = s.subject_id and i.kind = any(:numbers))
        and exists (
          select from intake.line
          where import = :import and status = 'NEW' and suspect is null and person is not null)
      """;

  // Of those who share name, amount and day two stand for all, so that 40,000 gifts of nameless
  // people beside 40,000 lines of the same are not looked at in pairs.
  private static final String BY_NAME =
      """
      update intake.line l
      set suspect = 'donation:' || case when s.first = l.entry then s.last else s.first end
      from (
        select name, amount, day, numbered,
          min(donation_id::text)::uuid first, max(donation_id::text)::uuid last
        from namesake group by 1, 2, 3, 4) s
      where l.import = :import and l.status = 'NEW' and l.suspect is null
        and l.name = s.name and l.amount = s.amount and l.day = s.day
        and (s.first <> l.entry or s.last <> l.entry)
        and (l.person is null or not s.numbered)
      """;

  private final JdbcClient jdbc;
  private final ImportRow row;

  private SuspectedDuplicates(JdbcClient jdbc, ImportRow row) {
    this.jdbc = jdbc;
    this.row = row;
  }

  /** Marks the lines, inside the transaction of the caller. */
  static void mark(JdbcClient jdbc, ImportRow row) {
    new SuspectedDuplicates(jdbc, row).mark();
  }

  private void mark() {
    step(TABLES);
    if (step(ASKED) == 0) {
      return;
    }
    step("analyze asked");
    step(NO_WHOLE_BOOK);
    boolean complete = prepared(GIFTS_OF_DAYS).query(Boolean.class).single();
    step(AS_THE_PLANNER_LIKES);
    if (!complete) {
      step(GIFTS_OF_PEOPLE);
    }
    if (anyGift()) {
      step("analyze gift");
      step(BY_NUMBER);
      if (step(NAMESAKES) > 0) {
        step("analyze namesake");
        step(NUMBERED);
        step(BY_NAME);
      }
    }
  }

  private boolean anyGift() {
    return jdbc.sql("select exists (select from gift)").query(Boolean.class).single();
  }

  private int step(String sql) {
    return prepared(sql).update();
  }

  private JdbcClient.StatementSpec prepared(String sql) {
    return jdbc.sql(sql)
        .param("import", row.number())
        .param("fund", row.fundId().value())
        .param("name", PersonMarks.FULL_NAME)
        .param("numbers", PersonMarks.NUMBERS.toArray(Integer[]::new));
  }
}
