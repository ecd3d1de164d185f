package org.aidledger.api.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of one JSON object. Each reader throws an {@link ApiProblem} that names the
 * field; an optional field may be absent or null. What was never asked for is unknown, and refused
 * at the end of {@link #read}.
 */
public final class Shape {

  /** The longest free text, such as a reason, in code points. */
  public static final int LONG_TEXT = 500;

  private final JsonNode node;
  private final String path;
  private final LocalDate today;
  private final Set<String> asked = new HashSet<>();
  private final List<Shape> parts = new ArrayList<>();

  private Shape(JsonNode node, String path, LocalDate today) {
    this.node = node;
    this.path = path;
    this.today = today;
  }

  /**
   * The shape of a whole body.
   *
   * @param today the last day on which something can have happened
   */
  public static Shape of(ObjectNode body, LocalDate today) {
    return new Shape(body, "", today);
  }

  /** Reads the whole object: by the function, then refuses fields that it did not ask for. */
  public <T extends @Nullable Object> T read(Function<Shape, T> reader) {
    T value = reader.apply(this);
    end();
    return value;
  }

  /** The same for a line of a batch, which is refused by itself. */
  public <T extends @Nullable Object> Reading<T> tryRead(Function<Shape, T> reader) {
    try {
      return new Reading.Read<>(read(reader));
    } catch (ApiProblem e) {
      return new Reading.Unreadable<>(e.problem());
    }
  }

  /** A text without control characters, trimmed, of at most {@code max} code points. */
  public String text(String field, int max) {
    return required(field, optionalText(field, max));
  }

  public @Nullable String optionalText(String field, int max) {
    String text = string(field, ApiCode.WRONG_TYPE);
    // Forms send a field that was left empty as an empty text.
    return text == null || text.isBlank() ? null : Texts.clean(at(field), text, max);
  }

  /**
   * A text of a given form.
   *
   * @param described the form in words or as a pattern, for the answer
   */
  public String matching(String field, Pattern form, String described) {
    String text = required(field, string(field, ApiCode.WRONG_TYPE));
    if (!form.matcher(text).matches()) {
      throw new ApiProblem(ApiCode.TEXT_MALFORMED, at(field), Map.of("form", described));
    }
    return text;
  }

  /** A text exactly as it came, for secrets; the caller judges it. */
  public String secret(String field) {
    return required(field, optionalSecret(field));
  }

  public @Nullable String optionalSecret(String field) {
    return string(field, ApiCode.WRONG_TYPE);
  }

  /** A positive amount, as a decimal text. */
  public Money amount(String field, Currency currency) {
    return required(field, optionalAmount(field, currency));
  }

  public @Nullable Money optionalAmount(String field, Currency currency) {
    String text = string(field, ApiCode.AMOUNT_NOT_A_STRING);
    return text == null ? null : Values.amount(at(field), text, currency);
  }

  public @Nullable Currency optionalCurrency(String field) {
    String text = string(field, ApiCode.WRONG_TYPE);
    return text == null ? null : Values.currency(at(field), text);
  }

  /** A day on which something happened: not in the future, not absurdly early. */
  public LocalDate day(String field) {
    return required(field, optionalDay(field));
  }

  public @Nullable LocalDate optionalDay(String field) {
    String text = string(field, ApiCode.WRONG_TYPE);
    return text == null ? null : Values.pastDay(at(field), text, today);
  }

  /** One of the names of an enum. */
  public <E extends Enum<E>> E choice(String field, Class<E> type) {
    return required(field, optionalChoice(field, type));
  }

  public <E extends Enum<E>> @Nullable E optionalChoice(String field, Class<E> type) {
    String text = string(field, ApiCode.WRONG_TYPE);
    return text == null ? null : Values.choice(at(field), text, type);
  }

  /** A list of names of an enum, in which repeating one changes nothing. */
  public <E extends Enum<E>> Set<E> choices(String field, Class<E> type) {
    Set<E> chosen = EnumSet.noneOf(type);
    List<Shape> items = objects(field, 0, type.getEnumConstants().length);
    for (Shape item : items) {
      if (!item.node.isString()) {
        throw item.wrongType("text");
      }
      chosen.add(Values.choice(item.path, item.node.stringValue(), type));
    }
    return chosen;
  }

  public boolean flag(String field, boolean ifAbsent) {
    JsonNode value = value(field);
    if (value == null) {
      return ifAbsent;
    }
    if (!value.isBoolean()) {
      throw new ApiProblem(ApiCode.WRONG_TYPE, at(field), Map.of("expected", "flag"));
    }
    return value.booleanValue();
  }

  public @Nullable Integer optionalInteger(String field, int min, int max) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber()) {
      throw new ApiProblem(ApiCode.WRONG_TYPE, at(field), Map.of("expected", "integer"));
    }
    return Values.integer(at(field), value.bigIntegerValue().toString(), min, max);
  }

  public @Nullable String optionalSha256(String field) {
    String text = string(field, ApiCode.WRONG_TYPE);
    return text == null ? null : Values.sha256(at(field), text);
  }

  public UUID id(String field) {
    return required(field, optionalId(field));
  }

  public @Nullable UUID optionalId(String field) {
    String text = string(field, ApiCode.WRONG_TYPE);
    return text == null ? null : Values.id(at(field), text);
  }

  /** An object within this one. */
  public Shape object(String field) {
    return required(field, optionalObject(field));
  }

  public @Nullable Shape optionalObject(String field) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    Shape part = new Shape(value, at(field), today);
    part.object();
    parts.add(part);
    return part;
  }

  /** A list of objects, each to be read by its own {@link #read} or {@link #tryRead}. */
  public List<Shape> objects(String field, int min, int max) {
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
    List<Shape> items = new ArrayList<>(array.size());
    for (JsonNode item : array) {
      items.add(new Shape(item, Path.item(at(field), items.size()), today));
    }
    return items;
  }

  /** Whether the field is there and not null. */
  public boolean has(String field) {
    return value(field) != null;
  }

  /** The field's path from the root of the body, for problems of the caller's own. */
  public String at(String field) {
    return Path.field(path, field);
  }

  private void end() {
    for (String field : object().propertyNames()) {
      if (!asked.contains(field)) {
        throw new ApiProblem(ApiCode.UNKNOWN_FIELD, at(field));
      }
    }
    parts.forEach(Shape::end);
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

  private @Nullable JsonNode value(String field) {
    asked.add(field);
    JsonNode value = object().get(field);
    return value == null || value.isNull() ? null : value;
  }

  private @Nullable String string(String field, ApiCode otherwise) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      throw new ApiProblem(otherwise, at(field), Map.of("expected", "text"));
    }
    return value.stringValue();
  }

  private <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new ApiProblem(ApiCode.FIELD_MISSING, at(field));
    }
    return value;
  }
}
