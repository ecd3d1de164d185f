package org.aidledger.projections.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The conditions of one query, each with the value of its parameter. */
public final class Where {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  /** Adds a condition that needs no value. */
  public Where and(String condition) {
    conditions.add(condition);
    return this;
  }

  /** Adds a condition on a parameter, unless there is no value to compare with. */
  public Where and(String condition, String parameter, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(parameter, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
    }
    return this;
  }

  /** Adds a condition on an identifier that someone sent; nothing matches what cannot be one. */
  public Where id(String column, @Nullable String wanted) {
    if (wanted == null) {
      return this;
    }
    UUID id = Fields.id(wanted);
    String parameter = column.replace('.', '_');
    return id == null ? and("false") : and(column + " = :" + parameter, parameter, id);
  }

  /** The clause, empty without any condition. */
  public String sql() {
    return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
  }

  public Map<String, Object> values() {
    return values;
  }
}
