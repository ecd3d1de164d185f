package org.aidledger.api.wiring;

import java.util.concurrent.Executors;
import org.aidledger.api.admission.Admission;
import org.aidledger.api.dispatch.AxonLedger;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.dispatch.CommandCall;
import org.aidledger.api.dispatch.RefusalLog;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.api.donation.DonationIntake;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.metrics.RefusalFigures;
import org.aidledger.api.person.People;
import org.aidledger.core.account.Account;
import org.aidledger.core.account.AccountCommands;
import org.aidledger.core.closing.PeriodCommands;
import org.aidledger.core.document.DocumentCommands;
import org.aidledger.core.donation.Donation;
import org.aidledger.core.donation.DonationCommands;
import org.aidledger.core.donation.DonationRecording;
import org.aidledger.core.entry.Entry;
import org.aidledger.core.entry.EntryCommands;
import org.aidledger.core.entry.FundClosing;
import org.aidledger.core.finding.Finding;
import org.aidledger.core.finding.FindingCommands;
import org.aidledger.core.fund.Fund;
import org.aidledger.core.fund.FundCommands;
import org.aidledger.core.period.PeriodCalendar;
import org.aidledger.core.period.PeriodCalendars;
import org.aidledger.core.period.StatementsAtClosing;
import org.aidledger.core.refusal.RefusalCommands;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.core.stream.Streams;
import org.aidledger.core.subject.Subject;
import org.aidledger.core.subject.SubjectCommands;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The domain's parts: repositories, handlers, and the ways to them. */
@Configuration(proxyBeanMethods = false)
class DomainWiring {

  /** A fund is loaded from at most so many events after its snapshot, plus one snapshot's delay. */
  private static final int EVENTS_BETWEEN_SNAPSHOTS = 200;

  /** Funds that are kept in memory. */
  private static final int MOST_FUNDS = 10_000;

  /** Commands run on the caller's thread; the append lane is their transaction. */
  @Bean
  @Profile("!axonserver")
  @Qualifier("localSegment")
  SimpleCommandBus commandBus(CorrelationDataProvider correlation) {
    SimpleCommandBus bus = SimpleCommandBus.builder().build();
    bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
    return bus;
  }

  /** Snapshots are made apart from the commands, so that no donor waits for one. */
  @Bean
  Snapshotter snapshotter(EventStore eventStore) {
    return AggregateSnapshotter.builder()
        .eventStore(eventStore)
        .aggregateFactories(new GenericAggregateFactory<>(Fund.class))
        .executor(
            Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("snapshots").factory()))
        .build();
  }

  @Bean
  @Profile("!(" + DatabaseWiring.ELSEWHERE + ")")
  Repository<Fund> cachedFundRepository(EventStore eventStore, Snapshotter snapshotter) {
    return funds(eventStore, snapshotter).cache(new AggregateCache(MOST_FUNDS)).build();
  }

  /** Several nodes share the book, so each reads a fund afresh for every order. */
  @Bean
  @Profile(DatabaseWiring.ELSEWHERE)
  Repository<Fund> fundRepository(EventStore eventStore, Snapshotter snapshotter) {
    return funds(eventStore, snapshotter).build();
  }

  private static EventSourcingRepository.Builder<Fund> funds(
      EventStore eventStore, Snapshotter snapshotter) {
    return EventSourcingRepository.builder(Fund.class)
        .eventStore(eventStore)
        .snapshotTriggerDefinition(
            new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_BETWEEN_SNAPSHOTS));
  }

  @Bean
  Repository<Donation> donationRepository(EventStore eventStore) {
    return EventSourcingRepository.builder(Donation.class).eventStore(eventStore).build();
  }

  @Bean
  Repository<Entry> entryRepository(EventStore eventStore) {
    return EventSourcingRepository.builder(Entry.class).eventStore(eventStore).build();
  }

  @Bean
  Repository<Account> accountRepository(EventStore eventStore) {
    return EventSourcingRepository.builder(Account.class).eventStore(eventStore).build();
  }

  @Bean
  Repository<Subject> subjectRepository(EventStore eventStore) {
    return EventSourcingRepository.builder(Subject.class).eventStore(eventStore).build();
  }

  @Bean
  Repository<PeriodCalendar> periodCalendarRepository(EventStore eventStore) {
    return EventSourcingRepository.builder(PeriodCalendar.class).eventStore(eventStore).build();
  }

  @Bean
  PeriodCalendars periodCalendars(Repository<PeriodCalendar> calendars) {
    return new PeriodCalendars(calendars);
  }

  @Bean
  PeriodCommands periodCommands(
      Repository<Fund> funds, PeriodCalendars calendars, StatementsAtClosing statements) {
    return new PeriodCommands(funds, calendars, statements);
  }

  @Bean
  Streams streams(EventStore eventStore, RecordedReferences recorded) {
    return new Streams(eventStore, recorded);
  }

  @Bean
  FundCommands fundCommands(Repository<Fund> funds, Streams streams, PeriodCalendars calendars) {
    return new FundCommands(funds, streams, calendars);
  }

  @Bean
  FundClosing fundClosing(Repository<Fund> funds, Streams streams) {
    return new FundClosing(funds, streams);
  }

  @Bean
  DonationCommands donationCommands(
      Repository<Fund> funds, Repository<Donation> donations, Streams streams) {
    return new DonationCommands(funds, donations, new DonationRecording(streams));
  }

  @Bean
  EntryCommands entryCommands(Repository<Fund> funds, Repository<Entry> entries, Streams streams) {
    return new EntryCommands(funds, entries, streams);
  }

  @Bean
  AccountCommands accountCommands(Repository<Account> accounts) {
    return new AccountCommands(accounts);
  }

  @Bean
  SubjectCommands subjectCommands(Repository<Subject> subjects, Streams streams) {
    return new SubjectCommands(subjects, streams);
  }

  @Bean
  Repository<Finding> findingRepository(EventStore eventStore) {
    return EventSourcingRepository.builder(Finding.class).eventStore(eventStore).build();
  }

  @Bean
  FindingCommands findingCommands(Repository<Finding> findings, Streams streams) {
    return new FindingCommands(findings, streams);
  }

  @Bean
  DocumentCommands documentCommands(Streams streams) {
    return new DocumentCommands(streams);
  }

  @Bean
  RefusalCommands refusalCommands(Streams streams) {
    return new RefusalCommands(streams);
  }

  @Bean
  @Profile("!axonserver")
  CommandCall commandCall(CommandBus commands) {
    return CommandCall.within(commands);
  }

  @Bean
  RefusalLog refusalLog(CommandCall commands, RefusalFigures figures) {
    return new RefusalLog(commands, figures);
  }

  @Bean
  AxonLedger axonLedger(
      CommandCall commands, BookPositions positions, RefusalLog refusals, Admission admission) {
    return new AxonLedger(commands, positions, refusals, admission);
  }

  @Bean
  DonationIntake donationIntake(AxonLedger ledger) {
    return new DonationIntake(ledger);
  }

  @Bean
  DonationDesk donationDesk(
      DonationIntake intake, People people, RefusalLog refusals, Admission admission) {
    return new DonationDesk(intake, people, refusals, admission);
  }

  @Bean
  FundDirectory fundDirectory(RecordedReferences recorded) {
    return new FundDirectory(recorded);
  }
}
