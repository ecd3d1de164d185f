package org.aidledger.api.wiring;

import javax.sql.DataSource;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.dispatch.StorePositions;
import org.aidledger.api.reading.SettledPositions;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.projections.replay.EventSource;
import org.aidledger.store.event.AppendLane;
import org.aidledger.store.event.AppendedPositions;
import org.aidledger.store.event.BookEventStore;
import org.aidledger.store.event.PostgresEventStorageEngine;
import org.aidledger.store.subject.SubjectVault;
import org.axonframework.serialization.Serializer;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The book on PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@Profile("!axonserver")
class StoreWiring {

  /** The lane keeps one connection of its own, apart from the pool. */
  @Bean(destroyMethod = "close")
  AppendLane appendLane(DatabaseAddress address, SubjectVault vault) {
    PGSimpleDataSource own = new PGSimpleDataSource();
    own.setUrl(address.url());
    own.setUser(address.user());
    own.setPassword(address.password());
    own.setApplicationName("aid-ledger-append");
    AppendLane lane = new AppendLane(own);
    // New people become durable together with the first event that speaks of them.
    lane.carry(vault.rider());
    return lane;
  }

  @Bean
  AppendedPositions appendedPositions() {
    return new AppendedPositions();
  }

  @Bean
  PostgresEventStorageEngine eventStorageEngine(
      DataSource dataSource,
      AppendLane lane,
      AppendedPositions positions,
      @Qualifier("eventSerializer") Serializer events,
      @Qualifier("generalSerializer") Serializer snapshots) {
    return PostgresEventStorageEngine.builder()
        .dataSource(dataSource)
        .lane(lane)
        .positions(positions)
        .eventSerializer(events)
        .snapshotSerializer(snapshots)
        .build();
  }

  /** Read models that lag behind a whole city keep a page in memory, not all that came since. */
  @Bean(destroyMethod = "close")
  BookEventStore eventStore(PostgresEventStorageEngine engine) {
    return new BookEventStore(engine);
  }

  @Bean
  BookPositions bookPositions(AppendedPositions positions, PostgresEventStorageEngine engine) {
    return new StorePositions(positions, engine);
  }

  @Bean
  RecordedReferences recordedReferences(PostgresEventStorageEngine engine) {
    return new StoredReferences(engine);
  }

  @Bean
  SettledPositions settledPositions(PostgresEventStorageEngine engine) {
    return engine::positionAsKnownAt;
  }

  @Bean
  EventSource eventSource(PostgresEventStorageEngine engine) {
    return new StoredEvents(engine);
  }
}
