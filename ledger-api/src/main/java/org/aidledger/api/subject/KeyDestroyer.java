package org.aidledger.api.subject;

import java.util.UUID;
import org.aidledger.core.subject.event.KeyDestroyed;
import org.aidledger.store.subject.SubjectVault;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * When KeyDestroyed Then destroy the key: makes good what a crash prevented, and restores an old
 * copy of the keys to its due state. Destroying twice does no harm.
 */
@Component
@ProcessingGroup("keys")
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
