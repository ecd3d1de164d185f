package org.aidledger.store.event;

import java.util.Arrays;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as JSON under their stable names, and refuses whatever is not a registered event:
 * an event that nobody can name must neither enter the book nor be skipped by a reader.
 */
final class EventSerializer extends Jackson3Serializer {

  private static final SerializedType META_DATA =
      new SimpleSerializedType(MetaData.class.getName(), null);

  private final EventNames names;

  /** The events of one order carry the same metadata, so what was read last serves most of them. */
  private volatile @Nullable ReadMetaData lastRead;

  @SuppressWarnings("ArrayRecordComponent") // Compared by its content, by hand.
  private record ReadMetaData(byte[] json, MetaData metaData) {}

  EventSerializer(EventNames names, Jackson3Serializer.Builder builder) {
    super(builder);
    this.names = names;
  }

  @Override
  @SuppressWarnings("rawtypes") // The raw parameter is Axon's.
  public SerializedType typeForClass(@Nullable Class type) {
    if (type == null || type == Void.class || type == Void.TYPE) {
      return SerializedType.emptyType();
    }
    if (type == MetaData.class) {
      return META_DATA;
    }
    String revision =
        names
            .revisionOf(type)
            .orElseThrow(
                () ->
                    new SerializationException(
                        "Not registered as an event, so it cannot be stored: " + type.getName()));
    return new SimpleSerializedType(type.getSimpleName(), revision);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The signature is Axon's.
  public <S, T> T deserialize(SerializedObject<S> serialized) {
    if (!(serialized.getData() instanceof byte[] json)
        || !META_DATA.getName().equals(serialized.getType().getName())) {
      return super.deserialize(serialized);
    }
    ReadMetaData known = lastRead;
    if (known == null || !Arrays.equals(known.json(), json)) {
      known = new ReadMetaData(json, super.deserialize(serialized));
      lastRead = known;
    }
    return (T) known.metaData();
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    if (SerializedType.emptyType().equals(type)) {
      return Void.class;
    }
    if (META_DATA.getName().equals(type.getName())) {
      return MetaData.class;
    }
    return names
        .classOf(type.getName())
        .orElseThrow(
            () ->
                new SerializationException(
                    "The book holds an event that this version does not know: "
                        + type.getName()
                        + " revision "
                        + type.getRevision()
                        + ". Start the version that wrote it, or a later one."));
  }
}
