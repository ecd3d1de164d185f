package org.aidledger.api.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.api.roster.MappingChoice;
import org.aidledger.api.roster.RosterDefaults;
import org.jspecify.annotations.Nullable;

/** Writes what a person decided about a mapping, as it is read again for the next file. */
final class MappingJson {

  private MappingJson() {}

  static String of(MappingChoice choice) {
    Map<String, Object> body = new LinkedHashMap<>();
    put(body, "kind", choice.kind());
    if (choice.headerLine() != null) {
      body.put("headerLine", choice.headerLine());
    }
    Map<String, String> columns = new TreeMap<>();
    choice.columns().forEach((field, column) -> columns.put(field.key(), column));
    body.put("columns", columns);
    RosterDefaults given = choice.defaults();
    Map<String, Object> defaults = new LinkedHashMap<>();
    put(defaults, "channel", given.channel());
    put(defaults, "day", given.day());
    put(defaults, "unit", given.unit());
    put(defaults, "purpose", given.purpose());
    body.put("defaults", defaults);
    return Json.write(body);
  }

  private static void put(Map<String, Object> body, String field, @Nullable Object value) {
    if (value != null) {
      body.put(field, value.toString());
    }
  }
}
