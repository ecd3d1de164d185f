package org.aidledger.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Function;
import org.aidledger.api.problem.ApiProblem;
import org.jspecify.annotations.Nullable;

/** Reads texts as bodies and says what came of it: a value, or a code and the field to blame. */
final class Bodies {

  static final LocalDate TODAY = LocalDate.of(2026, 5, 19);

  private Bodies() {}

  static @Nullable Object value(String json, Function<Shape, ? extends @Nullable Object> reader) {
    return read(json, reader);
  }

  static <T extends @Nullable Object> T read(String json, Function<Shape, T> reader) {
    return Shape.of(StrictJson.read(json.getBytes(StandardCharsets.UTF_8)), TODAY).read(reader);
  }

  static String problem(String json, Function<Shape, ? extends @Nullable Object> reader) {
    return codeOf(() -> read(json, reader));
  }

  static String codeOf(Runnable reading) {
    ApiProblem thrown = catchThrowableOfType(ApiProblem.class, reading::run);
    assertThat(thrown).as("a problem").isNotNull();
    String field = thrown.problem().field();
    return thrown.problem().code() + (field == null ? "" : " " + field);
  }
}
