package org.aidledger.api.imports;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who works on which import: a process takes one on for a while, notes how far it is and so keeps
 * it, and learns in the same statement that it was cancelled or taken over.
 */
final class ImportLeases {

  // Whoever waits for another import into its fund is passed over until that one has ended.
  private static final String CLAIM =
      """
      update intake.import set lease_owner = :owner, lease_until = now() + :lease::interval
      where number = (
        select number from intake.import w
        where state = 'RUNNING' and (lease_until is null or lease_until < now())
          and phase in ('CHECKING', 'WAITING', 'POSTING')
          and not (phase = 'WAITING' and exists (
            select from intake.import p
            where p.fund_id = w.fund_id and p.state = 'RUNNING' and p.phase = 'POSTING'))
        order by number limit 1 for update skip locked)
      returning *
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  ImportLeases(DataSource dataSource, PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Takes on one import that nobody works on. */
  Optional<ImportRow> claim(String owner, Duration lease) {
    return jdbc.sql(CLAIM)
        .param("owner", owner)
        .param("lease", lease.toMillis() + " milliseconds")
        .query(ImportRowMapper::row)
        .optional();
  }

  /** Keeps what this owner works on from being taken over while a step of it takes long. */
  void keep(Collection<Long> numbers, String owner, Duration lease) {
    jdbc.sql(
            """
            update intake.import set lease_until = now() + ?::interval
            where number = any(?) and lease_owner = ? and state = 'RUNNING'
            """)
        .params(lease.toMillis() + " milliseconds", numbers.toArray(Long[]::new), owner)
        .update();
  }

  /** Gives back every import of this owner, as a process does that has just begun or ends. */
  void release(String owner) {
    jdbc.sql("update intake.import set lease_until = null where lease_owner = ?")
        .param(owner)
        .update();
  }

  /** Gives one import back, not to be taken on before a while. */
  void putOff(long number, String owner, Duration pause) {
    jdbc.sql(
            "update intake.import set lease_until = now() + ?::interval"
                + " where number = ? and lease_owner = ?")
        .params(pause.toMillis() + " milliseconds", number, owner)
        .update();
  }

  /**
   * Notes progress and keeps the lease.
   *
   * @throws WorkStopped if the import was cancelled or another process has taken over
   */
  void progress(long number, String owner, Duration lease, long done, long of) {
    int rows =
        jdbc.sql(
                """
                update intake.import set done = ?, of = ?, lease_until = now() + ?::interval
                where number = ? and lease_owner = ? and state = 'RUNNING' and not cancel_requested
                """)
            .params(done, of, lease.toMillis() + " milliseconds", number, owner)
            .update();
    if (rows == 0) {
      throw new WorkStopped(isCancelled(number));
    }
  }

  /**
   * Asks whether to go on.
   *
   * @throws WorkStopped if the import was cancelled or another process has taken over
   */
  void check(long number, String owner) {
    boolean on =
        jdbc.sql(
                """
                select exists (select from intake.import where number = ? and lease_owner = ?
                  and state = 'RUNNING' and not cancel_requested)
                """)
            .params(number, owner)
            .query(Boolean.class)
            .single();
    if (!on) {
      throw new WorkStopped(isCancelled(number));
    }
  }

  /**
   * Notes a chunk that is in the book: its last line, its figures, and the lines that fared
   * otherwise than expected, in one transaction. It need not wait for the disk: what is lost with
   * the machine is found in the book again.
   *
   * @throws WorkStopped if another process has taken over
   */
  void posted(
      Work work,
      int lastLine,
      int count,
      Map<LineStatus, Integer> counts,
      List<LineRows.Outcome> outcomes,
      LineRows lines) {
    Integer rows =
        transactions.execute(
            _ -> {
              jdbc.sql("set local synchronous_commit = off").update();
              lines.note(work.number(), outcomes);
              return jdbc.sql(
                      """
                      update intake.import set posted_to = ?, done = done + ?,
                        recorded = recorded + ?, already_recorded = already_recorded + ?,
                        refused = refused + ?, lease_until = now() + ?::interval
                      where number = ? and lease_owner = ? and state = 'RUNNING'
                      """)
                  .params(
                      lastLine,
                      count,
                      counts.getOrDefault(LineStatus.RECORDED, 0),
                      counts.getOrDefault(LineStatus.ALREADY_RECORDED, 0),
                      counts.getOrDefault(LineStatus.REFUSED, 0),
                      work.lease().toMillis() + " milliseconds",
                      work.number(),
                      work.owner())
                  .update();
            });
    if (rows == null || rows == 0) {
      throw new WorkStopped(false);
    }
  }

  private boolean isCancelled(long number) {
    return jdbc.sql("select cancel_requested from intake.import where number = ?")
        .param(number)
        .query(Boolean.class)
        .single();
  }
}
