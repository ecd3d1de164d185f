package org.aidledger.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.aidledger.store.event.LedgerSchema;
import org.aidledger.store.postgres.DatabaseOptions;
import org.aidledger.store.postgres.EmbeddedDatabase;
import org.aidledger.store.subject.MasterKey;
import org.aidledger.store.subject.SubjectVault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class WhoIsKnownTest {

  @TempDir private static Path folder;
  private static EmbeddedDatabase database;
  private SubjectVault vault;

  @BeforeAll
  static void startDatabase() {
    database =
        EmbeddedDatabase.start(
            folder.resolve("postgres"), DatabaseOptions.defaults().withoutWalFiles());
  }

  @AfterAll
  static void stopDatabase() {
    database.close();
  }

  @BeforeEach
  void openVault() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.jdbcUrl());
    dataSource.setUser(database.user());
    dataSource.setPassword(database.password());
    LedgerSchema.migrate(dataSource);
    vault = new SubjectVault(dataSource, MasterKey.open(folder.resolve("master.key"), dataSource));
  }

  private AnnotationConfigApplicationContext ledger(String... profiles) {
    var context = new AnnotationConfigApplicationContext();
    context.getEnvironment().setActiveProfiles(profiles);
    context.registerBean(SubjectVault.class, () -> vault);
    context.register(WhoIsKnown.class);
    context.refresh();
    return context;
  }

  @Test
  void theLedgerThatHasItsDatabaseToItselfLearnsItOnceItIsReady() throws Exception {
    try (var context = ledger()) {
      assertThat(vault.knowsWhoIsKnown()).isFalse();
      context.publishEvent(
          new ApplicationReadyEvent(
              new SpringApplication(), new String[0], context, Duration.ZERO));
      long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      while (!vault.knowsWhoIsKnown() && System.nanoTime() < deadline) {
        Thread.sleep(10);
      }
      assertThat(vault.knowsWhoIsKnown()).isTrue();
    }
  }

  @Test
  void aLedgerWhoseDatabaseOthersMayUseTooNeverLearnsIt() {
    for (String profile : new String[] {"postgres", "axonserver"}) {
      try (var context = ledger(profile)) {
        assertThat(context.getBeanNamesForType(WhoIsKnown.class)).isEmpty();
      }
    }
  }
}
