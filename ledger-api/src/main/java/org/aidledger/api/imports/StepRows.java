package org.aidledger.api.imports;

import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people change of an import in {@code intake.import}: each step is taken only if the import
 * still stands as it was when they looked at it.
 */
final class StepRows {

  private final JdbcClient jdbc;

  StepRows(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** Asks for the posting of a checked import; false if it is not one, or was checked again. */
  boolean wait(
      ImportRow row, String by, Instant at, @Nullable String batch, boolean goodLinesOnly) {
    return jdbc.sql(
                """
                update intake.import set state = 'RUNNING', phase = 'WAITING', phase_began_at = :at,
                  posted_by = :by,
                  hands = case when :by = any(hands) then hands else array_append(hands, :by) end,
                  batch = coalesce(batch, :batch), good_lines_only = good_lines_only or :good,
                  ended_at = null, failure_code = null, failure_facts = null, dry_run = false,
                  done = 0, of = lines
                where import_id = :id and checks = :checks and file_id is not null
                  and state in ('COMPLETED', 'FAILED') and phase = 'CHECKED'
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", by)
            .param("batch", batch)
            .param("good", goodLinesOnly)
            .param("id", row.id())
            .param("checks", row.standing().checks())
            .update()
        == 1;
  }

  /** Lets a posting that failed go on behind what it has put into the book. */
  boolean resume(ImportRow row, String by, Instant at) {
    return jdbc.sql(
                """
                update intake.import set state = 'RUNNING', phase = 'WAITING', phase_began_at = :at,
                  posted_by = :by,
                  hands = case when :by = any(hands) then hands else array_append(hands, :by) end,
                  ended_at = null, failure_code = null, failure_facts = null
                where import_id = :id and file_id is not null
                  and state = 'FAILED' and phase in ('WAITING', 'POSTING')
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("by", by)
            .param("id", row.id())
            .update()
        == 1;
  }

  /** Asks whoever works on it to stop; ends it at once if nobody does. */
  boolean cancel(ImportRow row, Instant at) {
    return jdbc.sql(
                """
                update intake.import set cancel_requested = true,
                  state = case when state = 'RUNNING' and lease_until >= now() then state
                    else 'CANCELLED' end,
                  ended_at = case when state = 'RUNNING' and lease_until >= now() then null
                    else ?::timestamptz end
                where import_id = ? and (state = 'RUNNING'
                  or (state = 'COMPLETED' and phase = 'CHECKED'))
                """)
            .params(at.atOffset(ZoneOffset.UTC), row.id())
            .update()
        == 1;
  }

  /** Begins the check again with other choices; false if the import is not at rest. */
  boolean recheck(ImportRow row, Recheck choices, Instant at) {
    return jdbc.sql(
                """
                update intake.import set state = 'RUNNING', phase = 'CHECKING',
                  checks = checks + 1,
                  mapping = coalesce(:mapping, mapping), batch = coalesce(:batch, batch),
                  duplicates = coalesce(:duplicates, duplicates),
                  good_lines_only = good_lines_only or :good,
                  control_total = coalesce(:control, control_total),
                  dry_run = not :posting, posted_by = case when :posting then :by end,
                  hands = case when :by = any(hands) then hands else array_append(hands, :by) end,
                  phase_began_at = :at, ended_at = null,
                  failure_code = null, failure_facts = null, done = 0, of = 0, lease_until = null
                where import_id = :id and checks = :checks and file_id is not null
                  and state in ('COMPLETED', 'FAILED') and phase in ('CHECKING', 'CHECKED')
                """)
            .param("mapping", choices.mapping())
            .param("batch", choices.batch())
            .param("duplicates", choices.duplicates() == null ? null : choices.duplicates().name())
            .param("good", choices.goodLinesOnly())
            .param("control", choices.controlTotal())
            .param("posting", choices.posting())
            .param("by", choices.by())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("id", row.id())
            .param("checks", row.standing().checks())
            .update()
        == 1;
  }

  /**
   * What is to be different when a file is checked again; what is absent stays.
   *
   * @param posting whether it is to be posted afterwards; else the check is all
   * @param by who wants it
   */
  record Recheck(
      @Nullable String mapping,
      @Nullable String batch,
      @Nullable Duplicates duplicates,
      boolean goodLinesOnly,
      @Nullable Long controlTotal,
      boolean posting,
      String by) {

    static Recheck mapped(String mapping, String by) {
      return new Recheck(mapping, null, null, false, null, false, by);
    }
  }
}
