package org.aidledger.api.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.query.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of {@code intake.import}: what is asked of them, and who works on which. */
final class ImportRows {

  private static final String INSERT =
      """
      insert into intake.import (import_id, fund_id, currency, kind, batch, channel, file_name,
        file_id, sha256, bytes, mapping, control_total, duplicates, good_lines_only, dry_run,
        started_by, started_at, state, phase, phase_began_at)
      values (:id, :fund, :currency, :kind, :batch, :channel, :file_name,
        :file_id, :sha256, :bytes, :mapping, :control_total, :duplicates, :good_lines_only,
        :dry_run, :by, :at, 'RUNNING', 'CHECKING', :at)
      """;

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

  ImportRows(DataSource dataSource, PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(transactions);
  }

  void insert(NewImport fresh) {
    jdbc.sql(INSERT)
        .param("id", fresh.id())
        .param("fund", fresh.fundId().value())
        .param("currency", fresh.currency().getCurrencyCode())
        .param("kind", name(fresh.terms().kind()))
        .param("batch", fresh.terms().batch())
        .param("channel", name(fresh.terms().channel()))
        .param("file_name", fresh.file().name())
        .param("file_id", fresh.file().id())
        .param("sha256", fresh.file().sha256())
        .param("bytes", fresh.file().bytes())
        .param("mapping", fresh.mapping())
        .param("control_total", fresh.controlTotal())
        .param("duplicates", fresh.terms().duplicates().name())
        .param("good_lines_only", fresh.terms().goodLinesOnly())
        .param("dry_run", fresh.terms().dryRun())
        .param("by", fresh.by().toString())
        .param("at", fresh.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  Optional<ImportRow> one(UUID id) {
    return jdbc.sql("select * from intake.import where import_id = ?")
        .param(id)
        .query(ImportRowMapper::row)
        .optional();
  }

  /** The import under this number, which there is. */
  ImportRow numbered(long number) {
    return jdbc.sql("select * from intake.import where number = ?")
        .param(number)
        .query(ImportRowMapper::row)
        .single();
  }

  void phase(long number, ImportPhase phase, Instant at) {
    jdbc.sql("update intake.import set phase = ?, phase_began_at = ? where number = ?")
        .params(phase.name(), at.atOffset(ZoneOffset.UTC), number)
        .update();
  }

  void endCancelled(long number, String owner, Instant at) {
    jdbc.sql(
            """
            update intake.import set state = 'CANCELLED', ended_at = ?, lease_until = null
            where number = ? and lease_owner = ? and state = 'RUNNING'
            """)
        .params(at.atOffset(ZoneOffset.UTC), number, owner)
        .update();
  }

  void requested(long number, UUID payoutBatch) {
    jdbc.sql("update intake.import set payout_batch_id = ? where number = ?")
        .params(payoutBatch, number)
        .update();
  }

  /** Files whose time is over; a correction that was confirmed needs its file until it is done. */
  List<UUID> filesOfImportsBefore(Instant before) {
    return jdbc.sql(
            """
            select file_id from intake.import
            where file_id is not null and started_at < ? and state <> 'RUNNING'
              and not exists (select from intake.correction c
                where c.import = import.number and c.state = 'CONFIRMED')
            """)
        .param(before.atOffset(ZoneOffset.UTC))
        .query((r, _) -> Objects.requireNonNull(r.getObject(1, UUID.class)))
        .list();
  }

  /**
   * Forgets a file and deletes it while nobody can take the import up; one that was keeps it.
   *
   * @param deletion deletes the file
   */
  void forgetFile(UUID file, Runnable deletion) {
    transactions.executeWithoutResult(
        _ -> {
          Optional<Long> free =
              jdbc.sql(
                      """
                      update intake.import set file_id = null, layout = null, mapping = null,
                        failure_facts = null, proposed_batch = null,
                        file_name = left(sha256, 8) || coalesce(substring(file_name from
                          '\\.[A-Za-z0-9]{1,8}$'), '')
                      where file_id = ? and state <> 'RUNNING' returning number
                      """)
                  .param(file)
                  .query((r, _) -> r.getLong(1))
                  .optional();
          if (free.isPresent()) {
            deletion.run();
            // By these the lines were compared; without the file none is compared again.
            jdbc.sql(
                    """
                    update intake.line set person = null, name = null
                    where import = ? and (person is not null or name is not null)
                    """)
                .param(free.get())
                .update();
          }
        });
  }

  /** Keeps what this owner works on from being taken over while a step of it takes long. */
  void keepLeases(Collection<Long> numbers, String owner, Duration lease) {
    jdbc.sql(
            """
            update intake.import set lease_until = now() + ?::interval
            where number = any(?) and lease_owner = ? and state = 'RUNNING'
            """)
        .params(lease.toMillis() + " milliseconds", numbers.toArray(Long[]::new), owner)
        .update();
  }

  /** Newest first. */
  Page<ImportRow> page(@Nullable FundId fund, @Nullable Cursor after, int limit) {
    Where where =
        new Where()
            .and("fund_id = :fund", "fund", fund == null ? null : fund.value())
            .and("number < :after", "after", after == null ? null : after.position());
    List<ImportRow> found =
        jdbc.sql(
                "select * from intake.import %s order by number desc limit %d"
                    .formatted(where.sql(), Page.limit(limit) + 1))
            .params(where.values())
            .query(ImportRowMapper::row)
            .list();
    return Page.of(found, limit, row -> new Cursor(row.number(), 0));
  }

  /** Takes on one import that nobody works on. */
  Optional<ImportRow> claim(String owner, Duration lease) {
    return jdbc.sql(CLAIM)
        .param("owner", owner)
        .param("lease", lease.toMillis() + " milliseconds")
        .query(ImportRowMapper::row)
        .optional();
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

  /** Keeps how the file is read, and that whoever chose it had a hand in the import. */
  void keepLayout(long number, RosterReading file, String proposedBatch) {
    jdbc.sql(
            """
            update intake.import set kind = :kind, layout = :layout, mapping = :mapping,
              proposed_batch = :batch,
              hands = case when :by::text is null or :by = any(hands) then hands
                else array_append(hands, :by) end
            where number = :number
            """)
        .param("kind", file.layout().kind().name())
        .param("layout", Json.write(file.layout()))
        .param("mapping", file.chosen())
        .param("batch", proposedBatch)
        .param("by", file.chosenBy())
        .param("number", number)
        .update();
  }

  void keepFindings(long number, Findings findings) {
    jdbc.sql("update intake.import set findings = ? where number = ?")
        .params(Json.write(findings), number)
        .update();
  }

  /** Begins the posting unless another import into the fund is being posted. */
  boolean beginPosting(long number, Instant at, long head) {
    try {
      return jdbc.sql(
                  """
                  update intake.import set phase = 'POSTING', phase_began_at = ?,
                    done = case when posting_from is null then 0 else done end,
                    posting_from = coalesce(posting_from, ?)
                  where number = ? and state = 'RUNNING' and phase = 'WAITING'
                  """)
              .params(at.atOffset(ZoneOffset.UTC), head, number)
              .update()
          == 1;
    } catch (DuplicateKeyException another) {
      return false;
    }
  }

  /** Goes from the check straight to the posting. */
  void waitAfterCheck(long number, String owner, String by, Instant at) {
    jdbc.sql(
            """
            update intake.import set phase = 'WAITING', phase_began_at = ?, posted_by = ?,
              done = 0, of = lines where number = ? and lease_owner = ? and state = 'RUNNING'
            """)
        .params(at.atOffset(ZoneOffset.UTC), by, number, owner)
        .update();
  }

  /** Ends the work, unless another process has taken over. */
  void end(long number, String owner, ImportState state, ImportPhase phase, Instant at) {
    jdbc.sql(
            """
            update intake.import set state = ?, phase = ?, ended_at = ?, lease_until = null
            where number = ? and lease_owner = ? and state = 'RUNNING'
            """)
        .params(state.name(), phase.name(), at.atOffset(ZoneOffset.UTC), number, owner)
        .update();
  }

  void fail(long number, String owner, String code, @Nullable String facts, Instant at) {
    jdbc.sql(
            """
            update intake.import set state = 'FAILED', failure_code = ?, failure_facts = ?,
              ended_at = ?, lease_until = null
            where number = ? and lease_owner = ? and state = 'RUNNING'
            """)
        .params(java.util.Arrays.asList(code, facts, at.atOffset(ZoneOffset.UTC), number, owner))
        .update();
  }
}
