package org.aidledger.api.subject;

import java.util.UUID;
import org.aidledger.core.subject.event.KeyDestroyed;
import org.aidledger.projections.writing.LedgerProcessor;
import org.aidledger.store.subject.SubjectVault;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * When KeyDestroyed Then destroy the key: makes good what a crash prevented, and restores an old
 * copy of the keys to its due state. Destroying twice does no harm. It rides with the processor of
 * the read models, because a reader of its own would fetch every event a second time. The files of
 * the person are left to the sweep, which asks read models that have caught up.
 */
@Component
@ProcessingGroup(LedgerProcessor.GROUP)
@DisallowReplay
class KeyDestroyer {

  private final SubjectVault vault;

  KeyDestroyer(SubjectVault vault) {
    this.vault = vault;
  }

  @EventHandler
  void on(KeyDestroyed event) {
    vault.destroy(UUID.fromString(event.subjectId()));
  }
}
