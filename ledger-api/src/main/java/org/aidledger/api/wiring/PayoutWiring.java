package org.aidledger.api.wiring;

import org.aidledger.api.admission.Admission;
import org.aidledger.api.dispatch.AxonLedger;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.dispatch.RefusalLog;
import org.aidledger.api.payout.GatheringLedger;
import org.aidledger.core.donation.Donation;
import org.aidledger.core.fund.Fund;
import org.aidledger.core.payout.GatheredOrders;
import org.aidledger.core.payout.Payout;
import org.aidledger.core.payout.PayoutBatch;
import org.aidledger.core.payout.PayoutBatchCommands;
import org.aidledger.core.payout.PayoutCommands;
import org.aidledger.core.payout.PayoutRequests;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.core.stream.Streams;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** Payouts: where they are kept, who carries out the orders about them, and how these get there. */
@Configuration(proxyBeanMethods = false)
class PayoutWiring {

  /** Payouts that are kept in memory: what is approved and paid soon after it was asked for. */
  private static final int MOST_PAYOUTS = 4_000;

  @Bean
  @Profile("!(" + DatabaseWiring.ELSEWHERE + ")")
  Repository<Payout> cachedPayoutRepository(EventStore eventStore) {
    return payouts(eventStore).cache(new AggregateCache(MOST_PAYOUTS)).build();
  }

  @Bean
  @Profile(DatabaseWiring.ELSEWHERE)
  Repository<Payout> payoutRepository(EventStore eventStore) {
    return payouts(eventStore).build();
  }

  private static EventSourcingRepository.Builder<Payout> payouts(EventStore eventStore) {
    return EventSourcingRepository.builder(Payout.class).eventStore(eventStore);
  }

  @Bean
  Repository<PayoutBatch> payoutBatchRepository(EventStore eventStore) {
    return EventSourcingRepository.builder(PayoutBatch.class).eventStore(eventStore).build();
  }

  @Bean
  PayoutRequests payoutRequests(
      Repository<Fund> funds,
      Repository<Donation> donations,
      Repository<Payout> payouts,
      Streams streams) {
    return new PayoutRequests(funds, donations, payouts, streams);
  }

  @Bean
  PayoutCommands payoutCommands(
      Repository<Fund> funds, Repository<Donation> donations, Repository<Payout> payouts) {
    return new PayoutCommands(funds, donations, payouts);
  }

  @Bean
  GatheredOrders gatheredOrders(
      Repository<Fund> funds,
      Repository<Payout> payouts,
      PayoutRequests requests,
      PayoutCommands commands) {
    return new GatheredOrders(funds, payouts, requests, commands);
  }

  @Bean
  PayoutBatchCommands payoutBatchCommands(
      Repository<Fund> funds,
      Repository<Donation> donations,
      Repository<Payout> payouts,
      Repository<PayoutBatch> batches) {
    return new PayoutBatchCommands(funds, donations, payouts, batches);
  }

  @Bean
  @Primary
  Ledger ledger(
      AxonLedger axon, RecordedReferences recorded, RefusalLog refusals, Admission admission) {
    return new GatheringLedger(axon, recorded, refusals, admission);
  }
}
