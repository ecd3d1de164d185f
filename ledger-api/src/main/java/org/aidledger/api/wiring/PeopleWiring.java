package org.aidledger.api.wiring;

import javax.sql.DataSource;
import org.aidledger.api.account.UsernameSealer;
import org.aidledger.api.dispatch.RefusedOrder;
import org.aidledger.api.person.AccountNames;
import org.aidledger.api.person.BookRoles;
import org.aidledger.api.person.OpenedTexts;
import org.aidledger.api.person.People;
import org.aidledger.api.security.CurrentActor;
import org.aidledger.api.security.RefusalLog;
import org.aidledger.api.web.CurrentViewer;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.account.AccountQueries;
import org.aidledger.store.file.FileVault;
import org.aidledger.store.subject.MasterKey;
import org.aidledger.store.subject.SubjectVault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** People and files: their keys, the names of accounts, who acts and what it may do. */
@Configuration(proxyBeanMethods = false)
class PeopleWiring {

  @Bean
  MasterKey masterKey(DataSource dataSource, LedgerProperties properties) {
    return MasterKey.open(properties.masterKey(), dataSource);
  }

  @Bean
  SubjectVault subjectVault(DataSource dataSource, MasterKey key) {
    return new SubjectVault(dataSource, key);
  }

  @Bean
  FileVault fileVault(DataSource dataSource, MasterKey key) {
    return new FileVault(dataSource, key);
  }

  @Bean
  People peopleSealer(SubjectVault vault) {
    return new People(vault);
  }

  @Bean
  UsernameSealer usernameSealer(People people) {
    return people::username;
  }

  @Bean
  AccountNames accountNames(AccountQueries accounts, People people) {
    return new AccountNames(accounts, people);
  }

  @Bean
  OpenedTexts personalTexts(SubjectVault vault) {
    return new OpenedTexts(vault);
  }

  @Bean
  BookRoles bookRoles(AccountQueries accounts, ReadPosition position) {
    return new BookRoles(accounts, position);
  }

  @Bean
  CurrentViewer currentViewer(CurrentActor current) {
    return current::find;
  }

  /** What was refused before it reached the domain goes into the same book. */
  @Bean
  RefusalLog edgeRefusals(org.aidledger.api.dispatch.RefusalLog log) {
    return (order, refused, actor) ->
        log.keep(new RefusedOrder(order, refused.code(), null, null, refused.facts()), actor);
  }
}
