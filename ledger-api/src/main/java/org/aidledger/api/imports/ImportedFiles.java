package org.aidledger.api.imports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which imports still name their file, and forgetting it together with what was read from it. */
final class ImportedFiles {

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  ImportedFiles(DataSource dataSource, PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Files whose time is over; a correction that was confirmed needs its file until it is done. */
  List<UUID> ofImportsBefore(Instant before) {
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
  void forget(UUID file, Runnable deletion) {
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
}
