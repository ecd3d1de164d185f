package org.aidledger.store.event;

import static java.util.Objects.requireNonNull;
import static org.axonframework.common.BuilderUtils.assertNonNull;

import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link PostgresEventStorageEngine}. */
public final class EngineBuilder extends BatchingEventStorageEngine.Builder {

  /** One page of events; 2,000 of them are about a megabyte. */
  private static final int PAGE = 2_000;

  private @Nullable DataSource dataSource;
  private @Nullable AppendLane lane;
  private AppendedPositions positions = new AppendedPositions();

  EngineBuilder() {
    batchSize(PAGE);
  }

  /** Where events are read and snapshots kept; connections are in auto-commit mode. */
  public EngineBuilder dataSource(DataSource source) {
    dataSource = source;
    return this;
  }

  /** The lane through which all events go. */
  public EngineBuilder lane(AppendLane appendLane) {
    lane = appendLane;
    return this;
  }

  /** Where the positions of appended events are noted; by default nowhere. */
  public EngineBuilder positions(AppendedPositions appendedPositions) {
    positions = appendedPositions;
    return this;
  }

  @Override
  public EngineBuilder eventSerializer(Serializer serializer) {
    super.eventSerializer(serializer);
    return this;
  }

  @Override
  public EngineBuilder snapshotSerializer(Serializer serializer) {
    super.snapshotSerializer(serializer);
    return this;
  }

  @Override
  public EngineBuilder upcasterChain(EventUpcaster upcasters) {
    super.upcasterChain(upcasters);
    return this;
  }

  @Override
  public EngineBuilder snapshotFilter(SnapshotFilter filter) {
    super.snapshotFilter(filter);
    return this;
  }

  /** Makes the engine. */
  public PostgresEventStorageEngine build() {
    assertNonNull(dataSource, "A data source is needed");
    assertNonNull(lane, "An append lane is needed");
    return PostgresEventStorageEngine.of(this);
  }

  DataSource dataSource() {
    return requireNonNull(dataSource);
  }

  AppendLane lane() {
    return requireNonNull(lane);
  }

  AppendedPositions positions() {
    return positions;
  }
}
