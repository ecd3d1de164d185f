package org.aidledger.api.imports;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.aidledger.api.admission.Admission;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.document.KeptFiles;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.payout.PayoutDesk;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.donation.DonationQueries;
import org.aidledger.store.file.FileVault;
import org.aidledger.store.subject.SubjectVault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the parts of the imports together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportConfiguration {

  @Bean
  ImportRows importRows(DataSource dataSource) {
    ImportSchema.migrate(dataSource);
    return new ImportRows(dataSource);
  }

  /** The rows are there before they are counted. */
  @Bean
  ImportStandings importStandings(DataSource dataSource, ImportRows migrated) {
    return new ImportStandings(dataSource);
  }

  @Bean
  RosterReader rosterReader(DataSource dataSource, FileVault vault, BusinessCalendar calendar) {
    return new RosterReader(dataSource, vault, calendar);
  }

  @Bean
  ImportWork importWork(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      ImportRows rows,
      RosterReader reader,
      DonationQueries donations,
      RecordedReferences recorded,
      DonationDesk desk,
      PayoutDesk payoutDesk,
      People people,
      SubjectVault vault,
      FundDirectory funds,
      BookPositions positions,
      ReadPosition reading,
      Clock clock) {
    LineRows lines = new LineRows(dataSource);
    Examination examination = new Examination(dataSource, transactions);
    BookComparison book = new BookComparison(donations, recorded, desk, people);
    Check check = new Check(dataSource, rows, lines, examination, book, people, positions, reading);
    Posting posting =
        new Posting(
            desk,
            lines,
            new ReadersFollow(positions::head, reading::await),
            Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("import-post-", 0).factory()));
    return new ImportWork(
        rows,
        reader,
        check,
        posting,
        examination,
        new PayoutImport(dataSource, lines, examination, rows, payoutDesk, vault, funds),
        vault,
        funds,
        positions,
        clock);
  }

  /**
   * Where one process owns the book its leases carry a fixed name, so that after a kill the next
   * process goes on at once instead of waiting for a dead one.
   */
  @Bean
  ImportRunner importRunner(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      ImportRows rows,
      ImportWork work,
      Corrections corrections,
      CorrectionRows correctionRows,
      FileVault vault,
      KeptFiles files,
      ImportSettings settings,
      Clock clock,
      Environment environment,
      Admission admission) {
    String owner =
        environment.acceptsProfiles(Profiles.of("postgres | axonserver"))
            ? UUID.randomUUID().toString()
            : "embedded";
    ImportLeases leases = new ImportLeases(dataSource, transactions);
    ImportedFiles imported = new ImportedFiles(dataSource, transactions);
    FileSweep sweep = new FileSweep(imported, vault, files, settings.keepFiles(), clock);
    return new ImportRunner(
        rows, leases, work, sweep, corrections, correctionRows, owner, settings, clock, admission);
  }

  @Bean
  CorrectionRows correctionRows(DataSource dataSource, ImportRows tables, ProblemTexts texts) {
    return new CorrectionRows(dataSource, texts);
  }

  @Bean
  Corrections importCorrections(
      CorrectionRows rows,
      ImportRows imports,
      RosterReader reader,
      Ledger ledger,
      People people,
      RecordedReferences recorded) {
    return new Corrections(rows, imports, reader, ledger, people, recorded);
  }

  @Bean
  ImportSteps importSteps(
      DataSource dataSource,
      ImportRows rows,
      RosterReader reader,
      CorrectionRows corrections,
      ImportRunner runner,
      Clock clock) {
    return new ImportSteps(rows, new StepRows(dataSource), reader, corrections, runner, clock);
  }

  @Bean
  ImportEvents importEvents(ImportDesk desk) {
    return new ImportEvents(desk);
  }

  @Bean
  ImportDesk importDesk(
      DataSource dataSource,
      CorrectionRows corrections,
      ImportRows rows,
      RosterReader reader,
      ImportRunner runner,
      FileVault vault,
      ImportSettings settings,
      FundDirectory funds,
      ProblemTexts texts,
      Clock clock) {
    LineLists lines = new LineLists(dataSource, texts);
    return new ImportDesk(
        rows,
        lines,
        vault,
        settings.maxFile().toBytes(),
        reader,
        runner,
        corrections,
        new GoneRows(dataSource),
        new RefusalsFile(lines, reader, clock.getZone()),
        funds,
        texts,
        clock);
  }
}
