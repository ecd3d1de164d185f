package org.aidledger.api.statement;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.reading.ReadWait;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.core.period.StatementsAtClosing;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.period.PeriodQueries;
import org.aidledger.projections.trail.BookedQueries;
import org.aidledger.store.seal.BookExport;
import org.aidledger.store.seal.SealLoop;
import org.aidledger.store.seal.Witnesses;
import org.aidledger.store.subject.MasterKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts of the closing statements together. */
@Configuration(proxyBeanMethods = false)
class StatementConfiguration {

  /** The read models are milliseconds behind; whoever closes waits rather than fails. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Bean
  BookedQueries bookedQueries(DataSource dataSource) {
    return new BookedQueries(dataSource);
  }

  @Bean
  StatementMaker statementMaker(
      BookedQueries booked, BalanceQueries balances, PeriodQueries periods, MasterKey master) {
    return new StatementMaker(booked, balances, periods, master);
  }

  /** Where nothing is sealed, periods are closed without statements. */
  @Bean
  StatementsAtClosing statementsAtClosing(
      ObjectProvider<SealLoop> sealing,
      ObjectProvider<Witnesses> witnesses,
      ObjectProvider<StatementMaker> maker,
      ObjectProvider<BookPositions> positions,
      ObjectProvider<ReadPosition> reading,
      BookedQueries booked,
      PersonalTexts personal,
      DataSource dataSource,
      BusinessCalendar calendar) {
    return (organisation, period) -> {
      SealLoop loop = sealing.getIfAvailable();
      return loop == null
          ? Optional.empty()
          : new SealedStatements(
                  maker.getObject(),
                  booked,
                  personal,
                  new BookExport(dataSource, witnesses.getObject()),
                  loop,
                  positions.getObject(),
                  new ReadWait(reading.getObject(), PATIENCE),
                  calendar.zone())
              .of(organisation, period);
    };
  }
}
