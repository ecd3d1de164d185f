package org.aidledger.verifier.event;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a payload says, as far as some check looks at it. */
public final class Payload {

  private final Map<Field, Object> values = new EnumMap<>(Field.class);

  void put(Field field, Object value) {
    // A name twice could mean one thing here and another to somebody else.
    if (values.put(field, value) != null) {
      throw new UnreadableException(field.jsonName());
    }
  }

  /** Whether the field is there and not null. */
  public boolean has(Field field) {
    return values.containsKey(field);
  }

  /**
   * A text.
   *
   * @throws UnreadableException if there is none
   */
  public String text(Field field) {
    return required(field, String.class);
  }

  /** A text, null if it is absent. */
  public @Nullable String optionalText(Field field) {
    return has(field) ? text(field) : null;
  }

  /** A whole number. */
  public long number(Field field) {
    return required(field, Long.class);
  }

  /** A whole number, null if it is absent. */
  public @Nullable Long optionalNumber(Field field) {
    return has(field) ? Long.valueOf(number(field)) : null;
  }

  /** Yes or no; no if it is absent. */
  public boolean flag(Field field) {
    return has(field) && required(field, Boolean.class);
  }

  /** Texts in their order. */
  @SuppressWarnings("unchecked") // Lists are of texts alone; the reader sees to that.
  public List<String> texts(Field field) {
    return (List<String>) required(field, List.class);
  }

  private <T> T required(Field field, Class<T> type) {
    @Nullable Object value = values.get(field);
    if (value == null || !type.isInstance(value)) {
      throw new UnreadableException(field.jsonName());
    }
    return type.cast(value);
  }
}
