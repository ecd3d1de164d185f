package org.aidledger.api.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aidledger.store.file.FileVault;

/** Deletes uploaded files when their time is over; the imports keep their hashes. */
final class FileSweep {

  private final ImportRows rows;
  private final FileVault vault;
  private final Duration keep;
  private final Clock clock;

  FileSweep(ImportRows rows, FileVault vault, Duration keep, Clock clock) {
    this.rows = rows;
    this.vault = vault;
    this.keep = keep;
    this.clock = clock;
  }

  /** Deletes what is due; an import that is being worked on keeps its file. */
  void sweep() {
    Instant before = clock.instant().minus(keep);
    List<UUID> due = rows.filesOfImportsBefore(before);
    for (UUID file : due) {
      rows.forgetFile(file, () -> vault.delete(file));
    }
  }
}
