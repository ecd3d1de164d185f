package org.aidledger.api.imports;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the tables of imports keep as JSON. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static <T> T read(String text, Class<T> type) {
    return MAPPER.readValue(text, type);
  }

  static <T> @Nullable T readOrNull(@Nullable String text, Class<T> type) {
    return text == null ? null : read(text, type);
  }
}
