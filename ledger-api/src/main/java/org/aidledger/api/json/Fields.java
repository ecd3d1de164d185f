package org.aidledger.api.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The raw fields of one JSON value, its place in the body, and which of them were asked for. */
final class Fields {

  private final JsonNode node;
  private final String path;
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

  private final Set<String> asked = new HashSet<>();
  private final List<Fields> parts = new ArrayList<>();

  /**
   * The fields of a value, which need not be an object until one is asked for.
   *
   * @param path of the value in the body, empty for the body itself
   */
  Fields(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  String at(String field) {
    return Path.field(path, field);
  }

  /** The value of a field, null if it is absent or null. */
  @Nullable JsonNode value(String field) {
    asked.add(field);
    JsonNode value = object().get(field);
    return value == null || value.isNull() ? null : value;
  }

  /**
   * The text of a field, null if it is absent or null.
   *
   * @param otherwise what to answer if it is something else
   */
  @Nullable String string(String field, ApiCode otherwise) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw new ApiProblem(otherwise, at(field), Map.of("expected", "text"));
    }
    return value.stringValue();
  }

  /** An object within this one, whose unknown fields are refused together with those of this. */
  @Nullable Fields part(String field) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    Fields part = new Fields(value, at(field));
    part.object();
    parts.add(part);
    return part;
  }

  /** The items of a list, each to be judged by itself. */
  List<Fields> items(String field, int min, int max) {
    JsonNode value = required(field, value(field));
    if (!(value instanceof ArrayNode array)) {
      throw new ApiProblem(ApiCode.WRONG_TYPE, at(field), Map.of("expected", "list"));
    }
    if (array.size() < min) {
      throw new ApiProblem(ApiCode.LIST_EMPTY, at(field));
    }
    if (array.size() > max) {
      throw new ApiProblem(ApiCode.LIST_TOO_LONG, at(field), Map.of("max", max));
    }
    List<Fields> items = new ArrayList<>(array.size());
    for (JsonNode item : array) {
      items.add(new Fields(item, Path.item(at(field), items.size())));
    }
    return items;
  }

  /** The value itself as one of the names of an enum. */
  <E extends Enum<E>> E choice(Class<E> type) {
    if (!node.isString()) {
      throw wrongType("text");
    }
    return Values.choice(path, node.stringValue(), type);
  }

  /** The value itself as a whole number from 0 up, perhaps written as a text, as forms do. */
  long whole() {
    boolean plain = node.isIntegralNumber() || node.isString();
    String text = plain ? node.asString() : "";
    if (!WHOLE.matcher(text).matches()) {
      throw wrongType("integer");
    }
    return Long.parseLong(text);
  }

  <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new ApiProblem(ApiCode.FIELD_MISSING, at(field));
    }
    return value;
  }

  /** Refuses fields that nobody asked for. */
  void end() {
    for (String field : object().propertyNames()) {
      if (!asked.contains(field)) {
        throw new ApiProblem(ApiCode.UNKNOWN_FIELD, at(field));
      }
    }
    parts.forEach(Fields::end);
  }

  private ObjectNode object() {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw wrongType("object");
  }

  private ApiProblem wrongType(String expected) {
    return new ApiProblem(ApiCode.WRONG_TYPE, path, Map.of("expected", expected));
  }
}
