package org.aidledger.api.wiring;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.aidledger.api.audit.ReplayDesk;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.reading.KnownAt;
import org.aidledger.api.reading.OwnWrites;
import org.aidledger.api.reading.ReadWait;
import org.aidledger.api.reading.SettledPositions;
import org.aidledger.projections.ReadModelSchema;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.account.AccountQueries;
import org.aidledger.projections.audit.PrivacyQueries;
import org.aidledger.projections.audit.RefusalQueries;
import org.aidledger.projections.correction.CorrectionQueries;
import org.aidledger.projections.document.DocumentQueries;
import org.aidledger.projections.donation.DonationQueries;
import org.aidledger.projections.exception.ExceptionQueries;
import org.aidledger.projections.finding.FindingQueries;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.LatestBalances;
import org.aidledger.projections.fund.SeriesQueries;
import org.aidledger.projections.payout.DutyQueries;
import org.aidledger.projections.payout.PayoutBatchQueries;
import org.aidledger.projections.payout.PayoutQueries;
import org.aidledger.projections.period.PeriodQueries;
import org.aidledger.projections.replay.EventSource;
import org.aidledger.projections.replay.Renewal;
import org.aidledger.projections.replay.Replay;
import org.aidledger.projections.sample.SampleQueries;
import org.aidledger.projections.trail.PositionQueries;
import org.aidledger.projections.trail.TrailQueries;
import org.aidledger.projections.writing.LedgerProcessor;
import org.aidledger.projections.writing.LedgerProjection;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The read models: who writes them, and who answers from them. */
@Configuration(proxyBeanMethods = false)
class ReadWiring {

  /** Creates the tables before anybody reads or writes them. */
  @Bean
  LedgerProjection ledgerProjection(DataSource dataSource) throws SQLException {
    ReadModelSchema.create(dataSource, ReadSchema.LIVE);
    return new LedgerProjection();
  }

  @Bean
  ReadModelRenewal readModelRenewal(
      DataSource dataSource, LedgerProjection projection, EventSource events) {
    return new ReadModelRenewal(new Renewal(dataSource, projection, events));
  }

  @Bean
  ReadPosition readPosition(DataSource dataSource, LedgerProjection created) {
    return new ReadPosition(dataSource);
  }

  @Bean
  LatestBalances latestBalances(ReadPosition position) {
    return new LatestBalances(position);
  }

  @Bean
  LedgerProcessor ledgerProcessor(
      DataSource dataSource,
      LedgerProjection projection,
      ReadPosition position,
      LatestBalances latest) {
    return new LedgerProcessor(dataSource, projection, position, latest);
  }

  /**
   * Axon's own configuration orders itself by class names of an older Spring Boot and would fall
   * back to no transactions at all.
   */
  @Bean
  TransactionManager axonTransactions(PlatformTransactionManager transactions) {
    return new SpringTransactionManager(transactions);
  }

  /**
   * The positions of the processors. Where one process owns the book its claims carry a fixed name,
   * so that after a kill the next process goes on at once instead of waiting for a dead one.
   */
  @Bean
  TokenStore tokenStore(
      ConnectionProvider connections, Serializer serializer, Environment environment) {
    JdbcTokenStore.Builder store =
        JdbcTokenStore.builder()
            .connectionProvider(connections)
            .serializer(serializer)
            .schema(TokenSchema.builder().setTokenTable("ledger.tokenentry").build())
            .contentType(byte[].class);
    return environment.acceptsProfiles(Profiles.of(DatabaseWiring.ELSEWHERE))
        ? store.build()
        : store.nodeId("embedded").build();
  }

  /**
   * An event that cannot be applied stops its processor; the usual handler would log and skip it.
   */
  @Bean
  ConfigurerModule skipNoEvent() {
    return configurer ->
        configurer
            .eventProcessing()
            .registerDefaultListenerInvocationErrorHandler(
                configuration -> PropagatingErrorHandler.instance());
  }

  @Bean
  FundQueries fundQueries(DataSource dataSource) {
    return new FundQueries(dataSource);
  }

  /** Where the database is elsewhere, another node may write the read models. */
  @Bean
  BalanceQueries balanceQueries(
      DataSource dataSource, LatestBalances latest, Environment environment) {
    return environment.acceptsProfiles(Profiles.of(DatabaseWiring.ELSEWHERE))
        ? new BalanceQueries(dataSource)
        : new BalanceQueries(dataSource, latest);
  }

  @Bean
  SeriesQueries seriesQueries(DataSource dataSource) {
    return new SeriesQueries(dataSource);
  }

  @Bean
  TrailQueries trailQueries(DataSource dataSource) {
    return new TrailQueries(dataSource);
  }

  @Bean
  CorrectionQueries correctionQueries(DataSource dataSource) {
    return new CorrectionQueries(dataSource);
  }

  @Bean
  PositionQueries positionQueries(DataSource dataSource) {
    return new PositionQueries(dataSource);
  }

  @Bean
  DonationQueries donationQueries(DataSource dataSource) {
    return new DonationQueries(dataSource);
  }

  @Bean
  PayoutQueries payoutQueries(DataSource dataSource) {
    return new PayoutQueries(dataSource);
  }

  @Bean
  PayoutBatchQueries payoutBatchQueries(DataSource dataSource) {
    return new PayoutBatchQueries(dataSource);
  }

  @Bean
  PeriodQueries periodQueries(DataSource dataSource) {
    return new PeriodQueries(dataSource);
  }

  @Bean
  DocumentQueries documentQueries(DataSource dataSource) {
    return new DocumentQueries(dataSource);
  }

  @Bean
  ExceptionQueries exceptionQueries(DataSource dataSource) {
    return new ExceptionQueries(dataSource);
  }

  @Bean
  SampleQueries sampleQueries(DataSource dataSource) {
    return new SampleQueries(dataSource);
  }

  @Bean
  FindingQueries findingQueries(DataSource dataSource) {
    return new FindingQueries(dataSource);
  }

  @Bean
  DutyQueries dutyQueries(DataSource dataSource) {
    return new DutyQueries(dataSource);
  }

  @Bean
  RefusalQueries refusalQueries(DataSource dataSource) {
    return new RefusalQueries(dataSource);
  }

  @Bean
  PrivacyQueries privacyQueries(DataSource dataSource) {
    return new PrivacyQueries(dataSource);
  }

  @Bean
  AccountQueries accountQueries(DataSource dataSource) {
    return new AccountQueries(dataSource);
  }

  @Bean
  ReplayDesk replayDesk(DataSource dataSource, LedgerProjection projection, EventSource events) {
    return new ReplayDesk(new Replay(dataSource, projection), events);
  }

  @Bean
  Clock clock(LedgerProperties properties) {
    return Clock.system(properties.zone());
  }

  @Bean
  BusinessCalendar businessCalendar(Clock clock) {
    return new BusinessCalendar(clock, clock.getZone());
  }

  @Bean
  ReadWait readWait(ReadPosition position, LedgerProperties properties) {
    return new ReadWait(position, Duration.ofMillis(properties.readWait()));
  }

  @Bean
  KnownAt knownAt(SettledPositions settled, ReadWait wait, BusinessCalendar calendar) {
    return new KnownAt(settled, wait, calendar);
  }

  @Bean
  WebMvcConfigurer ownWrites(ReadWait wait) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OwnWrites(wait));
      }
    };
  }
}
