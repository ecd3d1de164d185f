package org.aidledger.api.wiring;

import org.aidledger.store.subject.SubjectStoreException;
import org.aidledger.store.subject.SubjectVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets the vault learn who is known, once the ledger is ready and beside its work. Only where the
 * database is the ledger's own: elsewhere another node may add people too.
 */
@Component
@Profile("!(" + DatabaseWiring.ELSEWHERE + ")")
class WhoIsKnown implements ApplicationListener<ApplicationReadyEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(WhoIsKnown.class);

  private final SubjectVault vault;

  WhoIsKnown(SubjectVault vault) {
    this.vault = vault;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    Thread.ofPlatform().daemon().name("who-is-known").start(this::learn);
  }

  private void learn() {
    try {
      vault.learnWhoIsKnown();
    } catch (SubjectStoreException failure) {
      LOG.warn("Everybody is looked for in the table, those who are surely new too.", failure);
    }
  }
}
