package org.aidledger.api.web.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as a page shows it; pages know it by the name {@code form}.
 *
 * @param typed what stands in the fields
 * @param problems what is wrong with it, for the summary on top
 * @param key by which sending it twice is noticed
 * @param today the last day on which something can have happened
 */
public record Form(
    Map<String, List<String>> typed, List<FieldProblem> problems, String key, LocalDate today) {

  /** The same form with something in a field. */
  public Form with(String name, @Nullable String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(typed);
    more.put(name, value == null ? List.of() : List.of(value));
    return new Form(more, problems, key, today);
  }

  /** What stands in a field, empty if nothing does. */
  public String value(String name) {
    List<String> values = typed.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** Whether a field stands at this value, or a list of boxes has it among its own. */
  public boolean has(String name, String value) {
    return typed.getOrDefault(name, List.of()).contains(value);
  }

  /** Whether the problems are about fields, rather than about who asks or how things stand. */
  public boolean isMendable() {
    return problems.stream().anyMatch(problem -> !problem.field().isEmpty());
  }

  /** Whether a box is ticked. */
  public boolean ticked(String name) {
    return has(name, "true");
  }

  /** What is wrong with a field, absent if nothing is. */
  public @Nullable String wrong(String name) {
    return problems.stream()
        .filter(problem -> problem.field().equals(name))
        .map(FieldProblem::text)
        .findFirst()
        .orElse(null);
  }

  /** The amount of a field in Chinese capitals, empty while it is none. */
  public String capitals(String name, String currency) {
    return TypedAmount.capitals(value(name), currency).orElse("");
  }

  /** The id of a field's element. */
  public String id(String name) {
    return "f-" + name.replace('.', '-');
  }

  /** The ids of what describes a field, absent if nothing does. */
  public @Nullable String describedBy(String name, @Nullable String hint) {
    List<String> ids = new ArrayList<>();
    if (hint != null && !hint.isEmpty()) {
      ids.add(id(name) + "-hint");
    }
    if (wrong(name) != null) {
      ids.add(id(name) + "-wrong");
    }
    return ids.isEmpty() ? null : String.join(" ", ids);
  }
}
