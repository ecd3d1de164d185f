package org.aidledger.projections.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.aidledger.core.stream.Streams;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.fund.LatestBalances;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the live read models up to date. Gathers the events of one unit of work and writes them all
 * just before it commits, in the transaction that also holds the processor's token.
 *
 * <p>Wants a streaming processor with one segment and batches of about 2,000.
 */
@ProcessingGroup(LedgerProcessor.GROUP)
public final class LedgerProcessor {

  /** The name of the processing group. */
  public static final String GROUP = "ledger";

  private static final String GATHERED = LedgerProcessor.class.getName();
  private static final String APPLIED = GATHERED + ".applied";

  private final DataSource dataSource;
  private final LedgerProjection projection;
  private final ReadPosition readPosition;
  private final LatestBalances latest;

  /**
   * Writes to the live read models.
   *
   * @param readPosition is told after each commit how far they are
   * @param latest is told after each commit what the funds have
   */
  public LedgerProcessor(
      DataSource dataSource,
      LedgerProjection projection,
      ReadPosition readPosition,
      LatestBalances latest) {
    this.dataSource = dataSource;
    this.projection = projection;
    this.readPosition = readPosition;
    this.latest = latest;
  }

  @EventHandler(payloadType = Object.class)
  void on(EventMessage<?> message) {
    UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
    List<RecordedEvent> gathered = unit.getOrComputeResource(GATHERED, key -> begin(unit));
    gathered.add(recorded(message));
  }

  private List<RecordedEvent> begin(UnitOfWork<?> unit) {
    List<RecordedEvent> events = new ArrayList<>();
    unit.onPrepareCommit(ready -> unit.resources().put(APPLIED, write(events)));
    unit.afterCommit(done -> committed(done.root().getResource(APPLIED)));
    return events;
  }

  /** Whoever is told that a position is reached finds the balances that belong to it. */
  private void committed(Applied applied) {
    latest.committed(applied.before(), applied.position(), applied.balances());
    readPosition.reached(applied.position());
  }

  private Applied write(List<RecordedEvent> events) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("the processor runs without a transaction");
    }
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      return projection.apply(connection, ReadSchema.LIVE, events);
    } catch (SQLException failure) {
      throw new SQLStateSQLExceptionTranslator().translate("read models", null, failure);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /**
   * What the book says of a message.
   *
   * @throws IllegalArgumentException if it comes without a position or not from a stream
   */
  public static RecordedEvent recorded(EventMessage<?> message) {
    if (message instanceof TrackedEventMessage<?> tracked
        && message instanceof DomainEventMessage<?> event) {
      OptionalLong position = WrappedToken.unwrapLowerBound(tracked.trackingToken()).position();
      return new RecordedEvent(
          position.orElseThrow(() -> new IllegalArgumentException("a token without position")),
          event.getIdentifier(),
          event.getType(),
          event.getAggregateIdentifier(),
          event.getSequenceNumber(),
          event.getTimestamp(),
          (String) event.getMetaData().get(Streams.ACTOR),
          event.getPayload());
    }
    throw new IllegalArgumentException("not an event of the book: " + message.getPayloadType());
  }
}
