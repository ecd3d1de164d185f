package org.aidledger.evidence.vectors;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes vectors so that people can read them too; everything but plain ASCII is escaped. */
final class Json {

  private Json() {}

  static String of(Object value) {
    return of(value, "") + "\n";
  }

  private static String of(Object value, String indent) {
    String deeper = indent + "  ";
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> deeper + text((String) e.getKey()) + ": " + of(e.getValue(), deeper))
              .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
      case List<?> list when list.isEmpty() -> "[]";
      case List<?> list ->
          list.stream()
              .map(item -> deeper + of(item, deeper))
              .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
      case Long number -> number.toString();
      case Integer number -> number.toString();
      case String string -> text(string);
      default -> throw new IllegalArgumentException("No vector holds a " + value.getClass());
    };
  }

  private static String text(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
