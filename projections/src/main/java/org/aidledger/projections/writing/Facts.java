package org.aidledger.projections.writing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aidledger.projections.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a line's summary needs beside its columns: names and texts, never about a person in clear.
 */
final class Facts {

  private final Map<String, String> values = new LinkedHashMap<>();

  /** Adds a fact, unless there is nothing to say. */
  Facts with(String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value.toString());
    }
    return this;
  }

  String json() {
    return Json.text(values);
  }
}
