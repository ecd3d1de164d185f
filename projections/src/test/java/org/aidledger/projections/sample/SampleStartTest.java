package org.aidledger.projections.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Draws what docs/evidence/vectors/samples.json says. */
class SampleStartTest {

  static Stream<JsonNode> vectors() throws IOException {
    Path file = Path.of("../docs/evidence/vectors/samples.json");
    return JsonMapper.shared().readTree(Files.readString(file)).path("starts").valueStream();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theStartIsTheOneThatTheVectorSays(JsonNode vector) {
    String seed = vector.path("seed").asString();
    assertThat(SampleStart.number(seed, 0)).isEqualTo(vector.path("first").asLong());
    assertThat(SampleStart.of(seed, vector.path("interval").asLong()))
        .isEqualTo(vector.path("start").asLong());
  }

  @Test
  void everyStartOfASmallIntervalComesUp() {
    assertThat(
            Stream.iterate(0, i -> i + 1)
                .limit(200)
                .map(i -> SampleStart.of("seed " + i, 5))
                .distinct())
        .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
    assertThatThrownBy(() -> SampleStart.of("seed", 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
