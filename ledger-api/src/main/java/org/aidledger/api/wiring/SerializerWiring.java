package org.aidledger.api.wiring;

import java.util.List;
import org.aidledger.core.LedgerEvents;
import org.aidledger.core.stream.Streams;
import org.aidledger.store.event.EventNames;
import org.aidledger.store.event.LedgerSerializers;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** How events, snapshots and messages become text. */
@Configuration(proxyBeanMethods = false)
class SerializerWiring {

  @Bean
  @Primary
  Serializer generalSerializer() {
    return LedgerSerializers.general(List.of("org.aidledger."));
  }

  /** Messages that stay in the process are never written. */
  @Bean
  @Profile("!axonserver")
  @Qualifier("messageSerializer")
  Serializer messageSerializer() {
    return LedgerSerializers.general(List.of("org.aidledger."));
  }

  @Bean
  @Qualifier("eventSerializer")
  Serializer eventSerializer() {
    return LedgerSerializers.events(new EventNames(LedgerEvents.all()));
  }

  /** Each event names the account that gave the order, and nothing else. */
  @Bean
  CorrelationDataProvider actorProvider() {
    return new SimpleCorrelationDataProvider(Streams.ACTOR);
  }
}
