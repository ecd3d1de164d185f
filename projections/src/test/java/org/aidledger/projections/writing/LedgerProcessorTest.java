package org.aidledger.projections.writing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.stream.Streams;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.TestDatabase;
import org.aidledger.projections.fund.Balance;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.fund.LatestBalances;
import org.aidledger.projections.history.History;
import org.aidledger.projections.history.ListSource;
import org.aidledger.projections.replay.Replay;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class LedgerProcessorTest {

  private static final History HISTORY = History.of(41, 300);

  private final DataSource dataSource = TestDatabase.shared();
  private final LedgerProjection projection = new LedgerProjection();
  private final ReadPosition readPosition = new ReadPosition(dataSource);
  private final LatestBalances latest = new LatestBalances(readPosition);
  private final AtomicBoolean loseAnAnswer = new AtomicBoolean();
  private final JdbcTransactionManager spring = new JdbcTransactionManager(dataSource);
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final EmbeddedEventStore store =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final JdbcTokenStore tokens =
      JdbcTokenStore.builder()
          .connectionProvider(new TransactionAwareDataSourceProxy(dataSource)::getConnection)
          .serializer(Jackson3Serializer.builder().build())
          .build();

  private final PooledStreamingEventProcessor processor =
      PooledStreamingEventProcessor.builder()
          .name(LedgerProcessor.GROUP)
          .eventHandlerInvoker(
              SimpleEventHandlerInvoker.builder()
                  .eventHandlers(new LedgerProcessor(dataSource, projection, readPosition, latest))
                  .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                  .build())
          .messageSource(store)
          .tokenStore(tokens)
          .transactionManager(this::begin)
          .coordinatorExecutor(threads)
          .workerExecutor(threads)
          .initialSegmentCount(1)
          .initialToken(source -> source.createTailToken())
          .batchSize(100)
          .build();

  @BeforeEach
  void emptyDatabase() throws SQLException {
    TestDatabase.empty();
    TestDatabase.execute(dataSource, "drop table if exists tokenentry");
    new TransactionTemplate(spring)
        .executeWithoutResult(s -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
  }

  @AfterEach
  void stop() throws InterruptedException {
    processor.shutDown();
    store.shutDown();
    threads.shutdownNow();
    assertThat(threads.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void theLiveCopyFollowsTheEvents() throws SQLException {
    processor.start();
    publish(HISTORY.events());
    assertThat(readPosition.await(HISTORY.head(), Duration.ofMinutes(5))).isTrue();
    assertThat(readPosition.current()).isEqualTo(HISTORY.head());
    assertLiveIsRight();
  }

  @Test
  void rowsAndTokenCommitTogetherOrNotAtAll() throws SQLException, InterruptedException {
    int half = HISTORY.ends().get(150);
    publish(HISTORY.events().subList(0, half));
    TestDatabase.execute(dataSource, "alter table live.donation rename to hidden");
    processor.start();
    assertThat(readPosition.await(half - 1L, Duration.ofMillis(500))).isFalse();
    assertThat(storedToken()).isLessThan(half - 1L).isEqualTo(readPosition.current());
    TestDatabase.execute(dataSource, "alter table live.hidden rename to donation");
    publish(HISTORY.events().subList(half, HISTORY.events().size()));
    assertThat(readPosition.await(HISTORY.head(), Duration.ofMinutes(5))).isTrue();
    assertThat(storedToken()).isEqualTo(HISTORY.head());
    assertLiveIsRight();
  }

  @Test
  void aCommitOfWhichNobodyHeardLeavesNoOldBalanceBehind() {
    int donation = aDonation();
    String fund = ((DonationReceived) HISTORY.events().get(donation).payload()).fundId();
    BalanceQueries balances = new BalanceQueries(dataSource, latest);
    BalanceQueries tables = new BalanceQueries(dataSource);
    processor.start();
    publish(HISTORY.events().subList(0, donation));
    assertThat(readPosition.await(donation - 1L, Duration.ofMinutes(5))).isTrue();
    Balance before = balances.balance(fund, null, null).orElseThrow();

    loseAnAnswer.set(true);
    publish(HISTORY.events().subList(donation, donation + 1));
    await(() -> !loseAnAnswer.get());
    Balance after = tables.balance(fund, null, null).orElseThrow();
    assertThat(after.figures()).isNotEqualTo(before.figures());
    await(() -> balances.balance(fund, null, null).orElseThrow().equals(after));
  }

  /** The place of a donation somewhere in the middle. */
  private static int aDonation() {
    int place = HISTORY.events().size() / 2;
    while (!(HISTORY.events().get(place).payload() instanceof DonationReceived)) {
      place++;
    }
    return place;
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it never came to that").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void withoutTransactionNothingIsWritten() {
    LedgerProcessor bare = new LedgerProcessor(dataSource, projection, readPosition, latest);
    var unit = DefaultUnitOfWork.startAndGet(tracked(new GlobalSequenceTrackingToken(0)));
    bare.on(tracked(new GlobalSequenceTrackingToken(0)));
    assertThatThrownBy(unit::commit).isInstanceOf(IllegalStateException.class);
    assertThat(readPosition.current()).isEqualTo(-1);
  }

  @Test
  void thePositionIsThatOfTheEventAlsoDuringAReset() {
    assertThat(LedgerProcessor.recorded(tracked(new GlobalSequenceTrackingToken(17))).position())
        .isEqualTo(17);
    assertThat(
            LedgerProcessor.recorded(
                    tracked(
                        ReplayToken.createReplayToken(
                            new GlobalSequenceTrackingToken(99),
                            new GlobalSequenceTrackingToken(18))))
                .position())
        .isEqualTo(18);
    assertThatThrownBy(() -> LedgerProcessor.recorded(GenericEventMessage.asEventMessage("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertLiveIsRight() throws SQLException {
    var report =
        new Replay(dataSource, projection)
            .start(new ListSource(HISTORY.events()), false, Runnable::run)
            .progress()
            .report();
    assertThat(Objects.requireNonNull(report).differences()).isEmpty();
  }

  private long storedToken() {
    String json =
        new String(
            JdbcClient.create(dataSource)
                .sql("select token from tokenentry where processorname = ?")
                .param(LedgerProcessor.GROUP)
                .query(byte[].class)
                .optional()
                .orElse("{\"globalIndex\":-1}".getBytes(UTF_8)),
            UTF_8);
    return Long.parseLong(json.replaceAll("[^-0-9]", ""));
  }

  private void publish(List<RecordedEvent> events) {
    store.publish(events.stream().map(LedgerProcessorTest::message).toList());
  }

  private static DomainEventMessage<Object> message(RecordedEvent event) {
    return new GenericDomainEventMessage<>(
        event.streamType(),
        event.streamId(),
        event.sequence(),
        event.payload(),
        MetaData.with(Streams.ACTOR, event.actor()),
        event.eventId(),
        event.recordedAt());
  }

  private static GenericTrackedDomainEventMessage<Object> tracked(TrackingToken token) {
    return new GenericTrackedDomainEventMessage<>(token, message(HISTORY.events().getFirst()));
  }

  private Transaction begin() {
    TransactionStatus status = spring.getTransaction(null);
    return new Transaction() {
      @Override
      public void commit() {
        spring.commit(status);
        if (loseAnAnswer.getAndSet(false)) {
          throw new IllegalStateException("the connection broke before the answer came");
        }
      }

      @Override
      public void rollback() {
        if (!status.isCompleted()) {
          spring.rollback(status);
        }
      }
    };
  }
}
