package org.aidledger.api.evidence;

import javax.sql.DataSource;
import org.aidledger.api.wiring.LedgerProperties;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.note.VerifierKey;
import org.aidledger.store.seal.SealKey;
import org.aidledger.store.seal.SealLoop;
import org.aidledger.store.seal.SealedBook;
import org.aidledger.store.seal.Sealer;
import org.aidledger.store.seal.Witnesses;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Seals the book while the application runs. Events on Axon Server are not in our hands. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
@Profile("!axonserver")
class EvidenceConfiguration {

  @Bean
  NoteSigner sealKey(
      DataSource dataSource, LedgerProperties properties, EvidenceSettings settings) {
    return SealKey.open(settings.sealKey(properties.masterKey()), dataSource);
  }

  @Bean
  Witnesses witnesses(
      DataSource dataSource,
      NoteSigner sealKey,
      LedgerProperties properties,
      EvidenceSettings settings) {
    return new Witnesses(
        dataSource,
        sealKey.publicKey(),
        settings.witnesses().stream().map(VerifierKey::parse).toList(),
        settings.countersigned(properties.masterKey()));
  }

  @Bean
  SealedBook sealedBook(DataSource dataSource, Witnesses witnesses) {
    return new SealedBook(dataSource, witnesses);
  }

  @Bean(destroyMethod = "close")
  SealLoop sealLoop(
      DataSource dataSource, NoteSigner sealKey, Witnesses witnesses, EvidenceSettings settings) {
    return new SealLoop(new Sealer(dataSource, sealKey, witnesses), settings.pause());
  }
}
