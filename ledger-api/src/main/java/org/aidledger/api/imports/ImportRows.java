package org.aidledger.api.imports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
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

/** The rows of {@code intake.import}: what was asked for, how it is read and how far it is. */
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

  private final JdbcClient jdbc;

  ImportRows(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
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
        .params(Arrays.asList(code, facts, at.atOffset(ZoneOffset.UTC), number, owner))
        .update();
  }
}
