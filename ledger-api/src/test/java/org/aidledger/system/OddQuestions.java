package org.aidledger.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Makes questions of what the API document and the addresses of pages leave open. */
record OddQuestions(FullBook book) {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  /** What those take that read all parameters at once, which the API document does not list. */
  private static final List<String> UNLISTED =
      List.of(
          "fund",
          "type",
          "actor",
          "effectiveFrom",
          "effectiveTo",
          "recordedFrom",
          "recordedTo",
          "minAmount",
          "maxAmount",
          "order",
          "lang",
          "group",
          "text",
          "cursor",
          "limit",
          "entriesOnly");

  /** What is needed beside the one that is odd. */
  private static final Map<String, String> NEEDED =
      Map.of(
          "from", "2026-01-01",
          "to", "2026-12-31",
          "knownFrom", "2026-01-01T00:00:00Z",
          "knownTo", "2026-12-31T00:00:00Z",
          "of", "DONATIONS",
          "size", "5",
          "seed", "s",
          "position", "0");

  /** What the variables of REST are called that pages have no name for. */
  private static final Map<String, String> BESIDE =
      Map.of(
          "format",
          "csv",
          "statement",
          "payouts",
          "documentId",
          UUID.randomUUID().toString(),
          "payoutBatchId",
          UUID.randomUUID().toString());

  /** Each parameter odd by itself, with what is needed beside it, and each variable of the path. */
  List<String> of(String template, JsonNode parameters) {
    Set<String> names = new TreeSet<>();
    Map<String, String> needed = new LinkedHashMap<>();
    for (JsonNode parameter : parameters) {
      String name = parameter.path("name").asString();
      JsonNode schema = parameter.path("schema");
      if (schema.has("additionalProperties") || schema.has("$ref")) {
        names.addAll(UNLISTED);
      } else if (parameter.path("in").asString().equals("query")) {
        names.add(name);
        if (parameter.path("required").asBoolean()) {
          needed.put(name, NEEDED.getOrDefault(name, "x"));
        }
      }
    }
    List<String> all = new ArrayList<>();
    for (String odd : OddAnswers.ODD) {
      for (String name : names) {
        Map<String, String> query = new LinkedHashMap<>(needed);
        query.put(name, odd);
        List<String> pairs = new ArrayList<>();
        query.forEach((one, value) -> pairs.add(one + "=" + value));
        all.add(filled(template) + "?" + String.join("&", pairs));
      }
      all.addAll(withOddVariable(template, odd));
    }
    return all;
  }

  List<String> withOddVariable(String template, String odd) {
    List<String> all = new ArrayList<>();
    Matcher variable = VARIABLE.matcher(template);
    while (!odd.isEmpty() && variable.find()) {
      all.add(filled(template.replace(variable.group(), odd)));
    }
    return all;
  }

  /** The path with ids of the book, and others that mean nothing where it has none. */
  String filled(String template) {
    Matcher variable = VARIABLE.matcher(template);
    StringBuilder path = new StringBuilder();
    while (variable.find()) {
      String id = book.idOr(variable.group(1), BESIDE.get(variable.group(1)));
      variable.appendReplacement(path, Matcher.quoteReplacement(id));
    }
    return variable.appendTail(path).toString();
  }
}
