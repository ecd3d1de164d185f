package org.aidledger.api.subject;

import java.time.Duration;
import java.util.UUID;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.document.KeptFiles;
import org.aidledger.core.subject.event.KeyDestroyed;
import org.aidledger.projections.ReadPosition;
import org.aidledger.store.subject.SubjectVault;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * When KeyDestroyed Then destroy the key and the files of the person: makes good what a crash
 * prevented, and restores an old copy of the keys to its due state. Destroying twice does no harm.
 */
@Component
@ProcessingGroup("keys")
@DisallowReplay
class KeyDestroyer {

  /** Files that do not show by then are found by the sweep that runs now and then. */
  private static final Duration SHOWN = Duration.ofSeconds(10);

  private final SubjectVault vault;
  private final KeptFiles files;
  private final BookPositions positions;
  private final ReadPosition reading;

  KeyDestroyer(SubjectVault vault, KeptFiles files, BookPositions positions, ReadPosition reading) {
    this.vault = vault;
    this.files = files;
    this.positions = positions;
    this.reading = reading;
  }

  @EventHandler
  void on(KeyDestroyed event) {
    vault.destroy(UUID.fromString(event.subjectId()));
    if (reading.await(positions.head(), SHOWN)) {
      var _ = files.deleteOfDestroyed();
    }
  }
}
