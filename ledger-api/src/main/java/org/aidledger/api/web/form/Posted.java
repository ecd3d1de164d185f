package org.aidledger.api.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.aidledger.api.json.Shape;
import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.roster.TypedDay;
import org.jspecify.annotations.Nullable;

/**
 * A form that was sent; a controller's method takes it as a parameter. Says which fields are not
 * plain texts, then reads all of them by the readers of REST. Names with dots are fields of objects
 * within; names that begin with {@code _} belong to the page and never reach a reader.
 */
public final class Posted {

  static final String KEY = "_key";

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,，、;；]+");

  /** Stands in for the currency where only the form of an amount is looked at. */
  private static final Currency ANY = Currency.getInstance("CNY");

  private static final Set<String> OF_CURRENCY =
      Set.of(ApiCode.AMOUNT_TOO_FINE.name(), ApiCode.AMOUNT_TOO_LARGE.name());

  private final HttpServletRequest request;
  private final Map<String, List<String>> fields;
  private final LocalDate today;
  private final Set<String> flags = new HashSet<>();
  private final Set<String> lists = new HashSet<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> ticked = new HashSet<>();
  private final Set<String> days = new HashSet<>();
  private final Set<String> dropped = new HashSet<>();
  private final Map<String, String> known = new LinkedHashMap<>();
  private final Map<String, UnaryOperator<String>> repaired = new LinkedHashMap<>();

  Posted(HttpServletRequest request, Map<String, List<String>> fields, LocalDate today) {
    this.request = request;
    this.fields = fields;
    this.today = today;
  }

  /** These fields are boxes to tick. */
  public Posted flags(String... names) {
    flags.addAll(List.of(names));
    return this;
  }

  /** These fields may be there several times. */
  public Posted lists(String... names) {
    lists.addAll(List.of(names));
    return this;
  }

  /** These fields are lists, typed with blanks or commas between. */
  public Posted words(String... names) {
    words.addAll(List.of(names));
    return this;
  }

  /** These fields are amounts as people type them. */
  public Posted amounts(String... names) {
    for (String name : names) {
      repaired.put(name, TypedAmount::plain);
    }
    return this;
  }

  /** These fields are days as people type them. */
  public Posted days(String... names) {
    for (String name : names) {
      repaired.put(name, TypedDay::plain);
      days.add(name);
    }
    return this;
  }

  /** Leaves out these fields. */
  public Posted drop(String... names) {
    dropped.addAll(List.of(names));
    return this;
  }

  /** Leaves out a field that still says what it said before. */
  public Posted dropUnchanged(String name, String before) {
    return repair(name, value(name)).equals(before) ? drop(name) : this;
  }

  /** Adds what the page knows beside what was typed. */
  public Posted set(String name, String value) {
    known.put(name, value);
    return this;
  }

  /** Ticks a box that the page has in other words. */
  public Posted tick(String name) {
    ticked.add(name);
    return this;
  }

  /** What stands in a field without blanks around it, empty if nothing does. */
  public String value(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst().strip();
  }

  /** Whether the form had this field, be it empty. */
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  public boolean ticked(String name) {
    return value(name).equals("true");
  }

  /**
   * Refuses at once all of these fields that were left empty, and all amounts and days that are
   * none. Which fields are amounts and days is said before.
   *
   * @throws RuntimeException that {@link Forms#post} turns into the page with its problems
   */
  public Posted require(String... names) {
    Map<String, Problem> wrong = new LinkedHashMap<>();
    for (String name : names) {
      if (value(name).isEmpty()) {
        wrong.put(name, Problem.of(ApiCode.FIELD_MISSING, name, Map.of()));
      }
    }
    repaired.keySet().stream()
        .filter(name -> !dropped.contains(name) && !known.containsKey(name))
        .forEach(name -> unreadable(name).ifPresent(problem -> wrong.put(name, problem)));
    if (!wrong.isEmpty()) {
      throw new FormProblems(inOrder(wrong));
    }
    return this;
  }

  /** What the reader will say of an amount or a day, whatever else it stumbles over before. */
  private Optional<Problem> unreadable(String name) {
    String text = repair(name, value(name));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (days.contains(name)) {
        var _ = Values.pastDay(name, text, today);
      } else {
        var _ = Values.amount(name, text, ANY);
      }
      return Optional.empty();
    } catch (ApiProblem found) {
      // How fine and how large an amount may be is a matter of the currency, which the reader
      // knows.
      return Optional.of(found.problem()).filter(problem -> !OF_CURRENCY.contains(problem.code()));
    }
  }

  /** As the fields stand on the page; what was not even sent comes last. */
  private List<Problem> inOrder(Map<String, Problem> wrong) {
    Map<String, Problem> ordered = new LinkedHashMap<>();
    for (String name : fields.keySet()) {
      Problem problem = wrong.get(name);
      if (problem != null) {
        ordered.put(name, problem);
      }
    }
    ordered.putAll(wrong);
    return List.copyOf(ordered.values());
  }

  private String repair(String name, String typed) {
    return repaired.getOrDefault(name, UnaryOperator.identity()).apply(typed);
  }

  /** Reads the fields as REST reads a body. */
  public <T extends @Nullable Object> T read(Function<Shape, T> reader) {
    return shape().read(reader);
  }

  /**
   * The fields as the body of a request to REST; empty ones are absent.
   *
   * @throws RuntimeException as {@link #require} does, if there are amounts or days that are none
   */
  public Shape shape() {
    require();
    FormBody body = new FormBody();
    known.forEach((name, value) -> body.text(name, List.of(value)));
    ticked.forEach(name -> body.flag(name, true));
    fields.forEach(
        (name, values) -> {
          if (name.startsWith("_") || dropped.contains(name) || known.containsKey(name)) {
            return;
          }
          if (flags.contains(name)) {
            body.flag(name, values.contains("true"));
          } else if (words.contains(name)) {
            body.list(name, values.stream().flatMap(BETWEEN_WORDS::splitAsStream).toList());
          } else if (lists.contains(name)) {
            body.list(name, values);
          } else {
            body.text(name, values.stream().map(typed -> repair(name, typed)).toList());
          }
        });
    return Shape.of(body.node(), today);
  }

  /** By which a repetition is noticed, empty if the form carries none. */
  String key() {
    return value(KEY);
  }

  Map<String, List<String>> fields() {
    return fields;
  }

  LocalDate today() {
    return today;
  }

  HttpServletRequest request() {
    return request;
  }
}
