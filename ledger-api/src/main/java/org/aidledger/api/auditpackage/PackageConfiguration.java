package org.aidledger.api.auditpackage;

import java.time.Clock;
import javax.sql.DataSource;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.wiring.LedgerProperties;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.audit.PrivacyQueries;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.store.seal.BookExport;
import org.aidledger.store.seal.Witnesses;
import org.aidledger.store.subject.MasterKey;
import org.aidledger.store.subject.SubjectVault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Puts the parts of the audit packages together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PackageSettings.class)
@Profile("!axonserver")
class PackageConfiguration {

  @Bean(destroyMethod = "close")
  PackageDesk packageDesk(
      DataSource dataSource,
      Witnesses witnesses,
      NoteSigner sealKey,
      MasterKey master,
      SubjectVault vault,
      Ledger ledger,
      FundQueries funds,
      BalanceQueries balances,
      PrivacyQueries privacy,
      ReadPosition reading,
      LedgerProperties properties,
      PackageSettings settings,
      Clock clock) {
    BookExport book = new BookExport(dataSource, witnesses);
    return new PackageDesk(
        new PackageFolder(settings.folder(properties.masterKey()), master),
        new PackageMaker(
            book,
            new PackagePeople(book, vault, ledger),
            new PackageBalances(dataSource, funds, balances),
            reading,
            sealKey,
            clock),
        privacy,
        settings,
        clock);
  }
}
