package org.aidledger.projections;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The small JSON texts inside rows. */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
  private static final TypeReference<List<Long>> NUMBERS = new TypeReference<>() {};
  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
  private static final TypeReference<List<Map<String, String>>> RECORDS = new TypeReference<>() {};

  private Json() {}

  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Reads an object whose values are all strings. */
  public static Map<String, String> facts(String json) {
    return MAPPER.readValue(json, FACTS);
  }

  /** Reads an array of strings. */
  public static List<String> names(String json) {
    return MAPPER.readValue(json, NAMES);
  }

  /** Reads an array of whole numbers. */
  public static List<Long> numbers(String json) {
    return MAPPER.readValue(json, NUMBERS);
  }

  /** Reads an array of objects whose values are all strings. */
  public static List<Map<String, String>> records(String json) {
    return MAPPER.readValue(json, RECORDS);
  }

  /** The array with one more object at its end. */
  public static String append(String json, Map<String, String> last) {
    List<Map<String, String>> all = new ArrayList<>(records(json));
    all.add(last);
    return text(all);
  }
}
