package org.aidledger.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.aidledger.core.LedgerEvents;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.period.event.ClosingStatements;
import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was once stored is stored the same way for ever, and is read for ever. */
class GoldenTest {

  private static final Set<Class<?>> OWN_TYPES =
      Set.of(SealedText.class, Donor.class, Payee.class, Movement.class, ClosingStatements.class);
  private static final Set<Class<?>> PLAIN_TYPES =
      Set.of(
          String.class,
          long.class,
          Long.class,
          int.class,
          boolean.class,
          LocalDate.class,
          List.class,
          Map.class);

  static Stream<Class<?>> events() {
    return LedgerEvents.all().stream();
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsStoredAsItsGoldenFileShows(Class<?> type) {
    assertThat(EventJson.write(Samples.of(type))).isEqualTo(EventJson.text(EventJson.golden(type)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void aGoldenFileIsReadAsTheEventThatItWas(Class<?> type) {
    String golden = EventJson.text(EventJson.golden(type));
    assertThat((Object) EventJson.read(golden, type)).isEqualTo(Samples.of(type));
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatIsAbsentIsLeftOutAndReadAsAbsent(Class<?> type) {
    Object least = Components.withoutNullable(Samples.of(type));
    String json = EventJson.write(least);
    assertThat(json).doesNotContain("null");
    assertThat((Object) EventJson.read(json, type)).isEqualTo(least);
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsARecordWithARevisionAndPlainComponents(Class<?> type) {
    assertThat(type).isRecord().hasAnnotation(Revision.class);
    for (RecordComponent component : type.getRecordComponents()) {
      assertThat(
              PLAIN_TYPES.contains(component.getType()) || OWN_TYPES.contains(component.getType()))
          .as("%s of %s", component, type.getSimpleName())
          .isTrue();
    }
  }

  @Test
  void eachEventHasOneSampleAndOneGoldenFileAndNothingElseHas() throws IOException {
    assertThat(Samples.all().stream().<Object>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(LedgerEvents.all());
    try (Stream<Path> files = Files.list(EventJson.golden(Void.class).resolveSibling("."))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              events().map(e -> EventJson.golden(e).getFileName().toString()).toList());
    }
  }
}
