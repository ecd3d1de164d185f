package org.aidledger.api.axonserver;

import java.time.Clock;
import javax.sql.DataSource;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.dispatch.CommandCall;
import org.aidledger.api.reading.SettledPositions;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.replay.EventSource;
import org.aidledger.projections.writing.LedgerProjection;
import org.aidledger.store.subject.SubjectVault;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The book on Axon Server, and orders that any node may carry out. */
@Configuration(proxyBeanMethods = false)
@Profile("axonserver")
class AxonServerWiring {

  @Bean
  ServerBook serverBook(AxonServerConnectionManager connections) {
    return new ServerBook(() -> connections.getConnection().eventChannel());
  }

  @Bean
  ServerHealth axonServerHealthIndicator(
      AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
    return new ServerHealth(connections, configuration);
  }

  @Bean
  Landings landings(ServerBook book) {
    return new Landings(book);
  }

  @Bean
  Registration landingsOfStore(EventStore store, Landings landings) {
    return store.registerDispatchInterceptor(landings);
  }

  @Bean
  @Qualifier("localSegment")
  CommandBus answeringSegment(Landings landings, CorrelationDataProvider correlation) {
    AnsweringSegment segment = new AnsweringSegment(landings);
    segment.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
    return segment;
  }

  @Bean
  @Qualifier("messageSerializer")
  Serializer messages() {
    return Messages.serializer();
  }

  @Bean
  CommandCall serverCall(CommandBus commands, SubjectVault vault) {
    return new ServerCall(commands, vault);
  }

  @Bean
  BookPositions serverPositions(ServerBook book) {
    return new ServerPositions(book);
  }

  @Bean
  RecordedReferences serverReferences(
      ServerBook book,
      @Qualifier("eventSerializer") Serializer events,
      DataSource dataSource,
      ReadPosition reading,
      LedgerProjection created) {
    return new ServerReferences(
        book, events, NoOpEventUpcaster.INSTANCE, JdbcClient.create(dataSource), reading);
  }

  @Bean
  EventSource serverEvents(EventStore store, ServerBook book) {
    return new ServerEvents(store, book);
  }

  @Bean
  SettledPositions rememberedPositions(
      ServerBook book,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new RememberedPositions(book, dataSource, new TransactionTemplate(transactions), clock);
  }
}
