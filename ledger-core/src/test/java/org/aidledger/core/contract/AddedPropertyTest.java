package org.aidledger.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.core.period.event.ClosingStatements;
import org.aidledger.core.period.event.PeriodClosed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties that came later: stored as their own files show, and absent in what was before. */
class AddedPropertyTest {

  private static final Path WITH_STATEMENTS =
      Path.of("src/test/resources/golden-added/PeriodClosed-1-statements.json");

  private static final Path WITH_ZONE =
      Path.of("src/test/resources/golden-added/PeriodClosed-1-statements-zone.json");

  private static PeriodClosed closed(@Nullable String zone) {
    return new PeriodClosed(
        "某市总工会",
        "2026-05",
        "closing-1",
        LocalDate.of(2026, 5, 31),
        "NEXT_PERIOD",
        12,
        "c3a7b1d5-9e4f-4062-b8da-2f6e4c80ab13",
        new ClosingStatements(
            1,
            "aidledger.org/book/7d0e",
            4711,
            "0dyk5iAHDJN6g54cipzT/3DQvmaBaV1mGbRkd8DMNP8=",
            new TreeMap<>(Map.of("DONATIONS", "0a".repeat(32), "PAYOUTS", "1b".repeat(32))),
            zone));
  }

  static List<Path> files() {
    return List.of(WITH_STATEMENTS, WITH_ZONE);
  }

  @Test
  void aClosingWithStatementsIsStoredAsItsGoldenFileShows() {
    String golden = EventJson.text(WITH_ZONE);
    assertThat(EventJson.write(closed("Asia/Shanghai"))).isEqualTo(golden);
    assertThat(EventJson.read(golden, PeriodClosed.class)).isEqualTo(closed("Asia/Shanghai"));
  }

  @Test
  void oneOfBeforeItsTimeZoneWasKeptHasNone() {
    String golden = EventJson.text(WITH_STATEMENTS);
    assertThat(EventJson.read(golden, PeriodClosed.class)).isEqualTo(closed(null));
    assertThat(EventJson.write(closed(null))).isEqualTo(golden);
  }

  @ParameterizedTest
  @MethodSource("files")
  void itIsWhatTheSchemaAllows(Path file) {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(EventJson.text(EventJson.schema(PeriodClosed.class)))
                .validate(EventJson.text(file), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void aClosingOfBeforeHasNone() {
    String before = EventJson.text(EventJson.golden(PeriodClosed.class));
    assertThat(EventJson.read(before, PeriodClosed.class).statements()).isNull();
  }
}
