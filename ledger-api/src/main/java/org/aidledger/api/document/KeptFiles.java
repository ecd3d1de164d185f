package org.aidledger.api.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.store.file.FileVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes files that nothing names and files of people whose key is destroyed. Which files the book
 * names is asked of the read models, and only while these have applied the whole book.
 */
@Component
public final class KeptFiles {

  private static final int AT_ONCE = 1_000;

  private static final String CAUGHT_UP =
      "exists (select from live.projection where name = 'ledger' and position >= :head)";

  /** A file of a batch speaks of all its payees, so it goes with the last of them. */
  private static final String OF_THE_DESTROYED =
      """
      select f.file_id from live.document d join ledger.file f on f.file_id = d.file_id
      where %s and (
        exists (select from ledger.subject s
          where s.subject_id = d.name_subject and s.destroyed_at is not null)
        or d.entry_kind = 'PAYOUT_BATCH'
          and exists (select from live.payout p where p.batch_id = d.entry_id)
          and not exists (select from live.payout p
            where p.batch_id = d.entry_id and not exists (select from ledger.subject s
              where s.subject_id = p.payee_subject and s.destroyed_at is not null)))
      limit %d
      """
          .formatted(CAUGHT_UP, AT_ONCE);

  private static final String UNNAMED =
      """
      select f.file_id from ledger.file f
      where f.stored_at < :before
        and not exists (select from intake.import i where i.file_id = f.file_id)
        and not exists (select from live.document d where d.file_id = f.file_id)
        and %s
      limit %d
      """
          .formatted(CAUGHT_UP, AT_ONCE);

  private final JdbcClient jdbc;
  private final FileVault vault;
  private final BookPositions positions;

  KeptFiles(DataSource dataSource, FileVault vault, BookPositions positions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.vault = vault;
    this.positions = positions;
  }

  /**
   * Deletes files that were stored before this instant and that neither an import nor a document
   * names: a process went down after it had stored them and before it could say what they are.
   */
  public int deleteUnnamed(Instant before) {
    return delete(
        jdbc.sql(UNNAMED)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("head", positions.head())
            .query((r, _) -> Objects.requireNonNull(r.getObject(1, UUID.class)))
            .list());
  }

  /** Deletes what was attached to entries of people who have no key any more. */
  public int deleteOfDestroyed() {
    return delete(
        jdbc.sql(OF_THE_DESTROYED)
            .param("head", positions.head())
            .query((r, _) -> Objects.requireNonNull(r.getObject(1, UUID.class)))
            .list());
  }

  private int delete(List<UUID> files) {
    return (int) files.stream().filter(vault::delete).count();
  }
}
