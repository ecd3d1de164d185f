package org.aidledger.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerSerializersTest {

  @Revision("2")
  record Given(
      String zebra,
      long amount,
      LocalDate day,
      Instant moment,
      @Nullable String absent,
      Optional<String> perhaps,
      Inner inner) {}

  record Inner(String name, List<String> lines) {}

  record NotAnEvent(String text) {}

  private static final Given EVENT =
      new Given(
          "专项资金",
          125_050,
          LocalDate.of(2026, 3, 1),
          Instant.parse("2026-03-01T08:00:00.123Z"),
          null,
          Optional.of("x"),
          new Inner("b", List.of("1", "2")));

  private static final String JSON =
      "{\"zebra\":\"专项资金\",\"amount\":125050,\"day\":\"2026-03-01\","
          + "\"moment\":\"2026-03-01T08:00:00.123Z\",\"perhaps\":\"x\","
          + "\"inner\":{\"name\":\"b\",\"lines\":[\"1\",\"2\"]}}";

  @Nested
  class Events {

    private final Serializer serializer =
        LedgerSerializers.events(new EventNames(List.of(Given.class)));

    @Test
    void areReadableJsonInTheOrderOfTheRecordUnderTheirStableName() {
      SerializedObject<String> stored = serializer.serialize(EVENT, String.class);

      assertThat(stored.getData()).isEqualTo(JSON);
      assertThat(stored.getType().getName()).isEqualTo("Given");
      assertThat(stored.getType().getRevision()).isEqualTo("2");
    }

    @Test
    void comeBackEqualFromTextAndFromBytes() {
      assertThat(read(JSON, "Given")).isEqualTo(EVENT);
      Given copy = serializer.deserialize(serializer.serialize(EVENT, byte[].class));
      assertThat(copy).isEqualTo(EVENT);
    }

    @Test
    void areReadEvenIfALaterVersionAddedAProperty() {
      assertThat(read(JSON.replace("{\"zebra\"", "{\"later\":[{}],\"zebra\""), "Given"))
          .isEqualTo(EVENT);
    }

    @Test
    void ofAnUnknownNameAreNotSkippedButNamed() {
      assertThatThrownBy(() -> read("{}", "Unheard"))
          .isInstanceOf(SerializationException.class)
          .hasMessageContaining("does not know: Unheard revision 2");
    }

    @Test
    void thatAreNotRegisteredAreNotWritten() {
      assertThatThrownBy(() -> serializer.serialize(new NotAnEvent("x"), String.class))
          .isInstanceOf(SerializationException.class)
          .hasMessageContaining("NotAnEvent");
    }

    @Test
    void mayNotShareANameNorLackARevision() {
      assertThatThrownBy(() -> new EventNames(List.of(Given.class, Other.Given.class)))
          .hasMessageContaining("share one stored name");
      assertThatThrownBy(() -> new EventNames(List.of(NotAnEvent.class)))
          .hasMessageContaining("@Revision");
    }

    @Test
    void carryTheirMetadataCompactly() {
      SerializedObject<String> stored =
          serializer.serialize(MetaData.with("actor", "7"), String.class);

      assertThat(stored.getData()).isEqualTo("{\"actor\":\"7\"}");
      MetaData copy = serializer.deserialize(stored);
      assertThat(copy).isEqualTo(MetaData.with("actor", "7"));
    }

    private Object read(String json, String name) {
      return serializer.deserialize(new SimpleSerializedObject<>(json, String.class, name, "2"));
    }
  }

  @Nested
  class Everything {

    private final Serializer serializer = LedgerSerializers.general(List.of("org.aidledger."));

    @Test
    void elseMayBeAnAggregateWithPrivateFieldsOnly() {
      Aggregate aggregate = new Aggregate();
      aggregate.evolve("CNY", 5);

      Aggregate copy = serializer.deserialize(serializer.serialize(aggregate, byte[].class));

      assertThat(copy.balances).isEqualTo(Map.of("CNY", 5L));
      assertThat(copy.since).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void elseMayBeAReplayTokenWithItsContext() {
      TrackingToken token =
          ReplayToken.createReplayToken(
              new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(3));

      TrackingToken copy = serializer.deserialize(serializer.serialize(token, byte[].class));

      assertThat(copy).isEqualTo(token);
    }

    @Test
    void elseMayNotNameAForeignClass() {
      String json =
          new String(
              serializer
                  .serialize(
                      ReplayToken.createReplayToken(
                          new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(3)),
                      byte[].class)
                  .getData(),
              StandardCharsets.UTF_8);
      String hostile =
          json.replace(GlobalSequenceTrackingToken.class.getName(), "javax.swing.JEditorPane");

      assertThat(hostile).isNotEqualTo(json);
      assertThatThrownBy(
              () ->
                  serializer.deserialize(
                      new SimpleSerializedObject<>(
                          hostile, String.class, ReplayToken.class.getName(), null)))
          .isInstanceOf(SerializationException.class);
    }
  }

  static final class Other {
    @Revision("1")
    record Given(String a) {}
  }

  static final class Aggregate {
    private final Map<String, Long> balances = new HashMap<>();
    private @Nullable LocalDate since;

    void evolve(String currency, long amount) {
      balances.put(currency, amount);
      since = LocalDate.of(2026, 1, 1);
    }
  }
}
