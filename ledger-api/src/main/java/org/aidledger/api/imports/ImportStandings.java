package org.aidledger.api.imports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts imports that are not at a good end, for those who close a period. */
public final class ImportStandings {

  private final JdbcClient jdbc;

  ImportStandings(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** Imports into these funds that are being checked or posted; a checked one waits for people. */
  public long running(List<UUID> funds) {
    return jdbc.sql(
            """
            select count(*) from intake.import
            where state = 'RUNNING' and phase in ('CHECKING', 'WAITING', 'POSTING')
              and fund_id = any (?)
            """)
        .param(funds.toArray(UUID[]::new))
        .query(Long.class)
        .single();
  }

  /**
   * Imports into these funds that failed: while they were posted, whenever that was, or in another
   * phase since a time; a file that was never posted is of no matter to later periods.
   */
  public long failed(List<UUID> funds, Instant since) {
    return jdbc.sql(
            """
            select count(*) from intake.import
            where state = 'FAILED' and (phase = 'POSTING' or started_at >= ?)
              and fund_id = any (?)
            """)
        .param(since.atOffset(ZoneOffset.UTC))
        .param(funds.toArray(UUID[]::new))
        .query(Long.class)
        .single();
  }
}
