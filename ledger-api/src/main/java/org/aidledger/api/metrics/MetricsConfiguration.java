package org.aidledger.api.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import javax.sql.DataSource;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.replay.EventSource;
import org.aidledger.store.event.AppendLane;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Puts the figures of the ledger beside those that Spring Boot shows by itself. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  @Bean
  RefusalFigures refusalFigures(MeterRegistry registry) {
    return new RefusalFigures(registry);
  }

  /** With Axon Server the events do not pass through this process's own lane. */
  @Bean
  @Profile("!axonserver")
  MeterBinder laneFigures(AppendLane lane) {
    return registry -> LaneFigures.watch(lane, registry);
  }

  @Bean
  MeterBinder readModelFigures(EventSource book, ReadPosition reading, Clock clock) {
    return new ReadModelFigures(book, reading, clock);
  }

  @Bean
  MeterBinder importFigures(DataSource dataSource) {
    return new ImportFigures(dataSource);
  }
}
