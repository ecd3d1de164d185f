package org.aidledger.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * One stored event or snapshot, its JSON still in bytes as it came from the server.
 *
 * @param position the event's position; negative for a snapshot, which has none
 */
@SuppressWarnings("ArrayRecordComponent") // Rows are passed on, never compared.
record ReadRow(
    long position,
    Instant recordedAt,
    long sequence,
    UUID eventId,
    UUID streamId,
    String streamType,
    String type,
    @Nullable String revision,
    byte[] payload,
    byte[] metadata)
    implements TrackedEventData<byte[]>, DomainEventData<byte[]> {

  /** The columns that {@link #of} reads, in its order, without the position. */
  static final String COLUMNS =
      "recorded_at, sequence, event_id, stream_id, stream_type, type, revision, payload, metadata";

  static ReadRow of(ResultSet row) throws SQLException {
    return new ReadRow(
        row.getLong(1),
        Instant.ofEpochMilli(row.getLong(2)),
        row.getLong(3),
        row.getObject(4, UUID.class),
        row.getObject(5, UUID.class),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getBytes(9),
        row.getBytes(10));
  }

  @Override
  @SuppressWarnings("NullAway") // Axon reads a missing token as "not tracked", which a snapshot is.
  public TrackingToken trackingToken() {
    return position < 0 ? null : new GlobalSequenceTrackingToken(position);
  }

  @Override
  public String getEventIdentifier() {
    return eventId.toString();
  }

  @Override
  public Instant getTimestamp() {
    return recordedAt;
  }

  @Override
  public SerializedObject<byte[]> getMetaData() {
    return new SerializedMetaData<>(metadata, byte[].class);
  }

  @Override
  public SerializedObject<byte[]> getPayload() {
    return new SimpleSerializedObject<>(payload, byte[].class, type, revision);
  }

  @Override
  public String getType() {
    return streamType;
  }

  @Override
  public String getAggregateIdentifier() {
    return streamId.toString();
  }

  @Override
  public long getSequenceNumber() {
    return sequence;
  }
}
