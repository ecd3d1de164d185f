package org.aidledger.api.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aidledger.api.document.KeptFiles;
import org.aidledger.store.file.FileVault;

/**
 * Deletes files that are not to be kept any longer: uploaded ones when their time is over, of which
 * the imports keep the hashes; those that nothing names; those of people without a key.
 */
final class FileSweep {

  /** No upload takes so long that its file is stored and its import or document not yet noted. */
  private static final Duration UNNAMED = Duration.ofDays(1);

  private final ImportedFiles imported;
  private final FileVault vault;
  private final KeptFiles files;
  private final Duration keep;
  private final Clock clock;

  FileSweep(ImportedFiles imported, FileVault vault, KeptFiles files, Duration keep, Clock clock) {
    this.imported = imported;
    this.vault = vault;
    this.files = files;
    this.keep = keep;
    this.clock = clock;
  }

  /** Deletes what is due; an import that is being worked on keeps its file. */
  void sweep() {
    Instant now = clock.instant();
    List<UUID> due = imported.ofImportsBefore(now.minus(keep));
    for (UUID file : due) {
      imported.forget(file, () -> vault.delete(file));
    }
    var _ = files.deleteUnnamed(now.minus(UNNAMED));
    var _ = files.deleteOfDestroyed();
  }
}
