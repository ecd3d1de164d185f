package org.aidledger.api.web.form;

import java.util.List;
import java.util.regex.Pattern;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds the body of a request out of fields with dotted names. */
final class FormBody {

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}(\\.[A-Za-z][A-Za-z0-9]{0,39}){0,3}");

  private final ObjectNode body = JsonNodeFactory.instance.objectNode();

  void text(String name, List<String> values) {
    if (values.size() > 1) {
      throw new ApiProblem(ApiCode.DUPLICATE_KEY, name);
    }
    ObjectNode parent = parent(name);
    if (!values.isEmpty() && !values.getFirst().isBlank()) {
      parent.put(last(name), values.getFirst());
    }
  }

  void flag(String name, boolean value) {
    parent(name).put(last(name), value);
  }

  void list(String name, List<String> values) {
    ArrayNode list = parent(name).putArray(last(name));
    values.stream().filter(value -> !value.isBlank()).forEach(list::add);
  }

  ObjectNode node() {
    return body;
  }

  /** An object is there as soon as one of its fields is, even an empty one, so that it is asked. */
  private ObjectNode parent(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new ApiProblem(ApiCode.UNKNOWN_FIELD);
    }
    ObjectNode at = body;
    String[] parts = name.split("\\.", -1);
    for (int i = 0; i < parts.length - 1; i++) {
      JsonNode next = at.get(parts[i]);
      if (next == null) {
        at = at.putObject(parts[i]);
      } else if (next instanceof ObjectNode object) {
        at = object;
      } else {
        throw new ApiProblem(ApiCode.UNKNOWN_FIELD, name);
      }
    }
    return at;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
