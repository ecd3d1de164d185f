package org.aidledger.api.json;

import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
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
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of one JSON object. Each reader throws an {@link ApiProblem} that names the
 * field; an optional field may be absent or null. What was never asked for is unknown, and refused
 * at the end of {@link #read}.
 */
public final class Shape {

  /** The longest free text, such as a reason, in code points. */
  public static final int LONG_TEXT = 500;

  private final Fields fields;
  private final LocalDate today;

  private Shape(Fields fields, LocalDate today) {
    this.fields = fields;
    this.today = today;
  }

  /**
   * The shape of a whole body.
   *
   * @param today the last day on which something can have happened
   */
  public static Shape of(ObjectNode body, LocalDate today) {
    return new Shape(new Fields(body, ""), today);
  }

  /**
   * The shape of a JSON text that came by another way than a body of its own.
   *
   * @param today the last day on which something can have happened
   */
  public static Shape of(byte[] json, LocalDate today) {
    return of(StrictJson.read(json), today);
  }

  /** Reads the whole object: by the function, then refuses fields that it did not ask for. */
  public <T extends @Nullable Object> T read(Function<Shape, T> reader) {
    T value = reader.apply(this);
    fields.end();
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
    return fields.required(field, optionalText(field, max));
  }

  public @Nullable String optionalText(String field, int max) {
    String text = fields.string(field, ApiCode.WRONG_TYPE);
    // Forms send a field that was left empty as an empty text.
    return text == null || text.isBlank() ? null : Texts.clean(at(field), text, max);
  }

  /**
   * A text of a given form.
   *
   * @param described the form in words or as a pattern, for the answer
   */
  public String matching(String field, Pattern form, String described) {
    String text = fields.required(field, fields.string(field, ApiCode.WRONG_TYPE));
    if (!form.matcher(text).matches()) {
      throw new ApiProblem(ApiCode.TEXT_MALFORMED, at(field), Map.of("form", described));
    }
    return text;
  }

  /** A text exactly as it came, for secrets; the caller judges it. */
  public String secret(String field) {
    return fields.required(field, optionalSecret(field));
  }

  public @Nullable String optionalSecret(String field) {
    return fields.string(field, ApiCode.WRONG_TYPE);
  }

  /** A positive amount, as a decimal text. */
  public Money amount(String field, Currency currency) {
    return fields.required(field, optionalAmount(field, currency));
  }

  public @Nullable Money optionalAmount(String field, Currency currency) {
    String text = fields.string(field, ApiCode.AMOUNT_NOT_A_STRING);
    return text == null ? null : Values.amount(at(field), text, currency);
  }

  public @Nullable Currency optionalCurrency(String field) {
    String text = fields.string(field, ApiCode.WRONG_TYPE);
    return text == null ? null : Values.currency(at(field), text);
  }

  /** A day on which something happened: not in the future, not absurdly early. */
  public LocalDate day(String field) {
    return fields.required(field, optionalDay(field));
  }

  public @Nullable LocalDate optionalDay(String field) {
    String text = fields.string(field, ApiCode.WRONG_TYPE);
    return text == null ? null : Values.pastDay(at(field), text, today);
  }

  /** One of the names of an enum. */
  public <E extends Enum<E>> E choice(String field, Class<E> type) {
    return fields.required(field, optionalChoice(field, type));
  }

  public <E extends Enum<E>> @Nullable E optionalChoice(String field, Class<E> type) {
    String text = fields.string(field, ApiCode.WRONG_TYPE);
    return text == null ? null : Values.choice(at(field), text, type);
  }

  /** A list of names of an enum, in which repeating one changes nothing. */
  public <E extends Enum<E>> Set<E> choices(String field, Class<E> type) {
    Set<E> chosen = EnumSet.noneOf(type);
    for (Fields item : fields.items(field, 0, type.getEnumConstants().length)) {
      chosen.add(item.choice(type));
    }
    return chosen;
  }

  /** A list of whole numbers from 0 up, as numbers or as their decimal texts. */
  public List<Long> wholes(String field, int max) {
    return fields.items(field, 0, max).stream().map(Fields::whole).toList();
  }

  public boolean flag(String field, boolean ifAbsent) {
    JsonNode value = fields.value(field);
    if (value == null) {
      return ifAbsent;
    }
    if (!value.isBoolean()) {
      throw new ApiProblem(ApiCode.WRONG_TYPE, at(field), Map.of("expected", "flag"));
    }
    return value.booleanValue();
  }

  public @Nullable Integer optionalInteger(String field, int min, int max) {
    JsonNode value = fields.value(field);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber()) {
      throw new ApiProblem(ApiCode.WRONG_TYPE, at(field), Map.of("expected", "integer"));
    }
    return Values.integer(at(field), value.bigIntegerValue().toString(), min, max);
  }

  public @Nullable String optionalSha256(String field) {
    String text = fields.string(field, ApiCode.WRONG_TYPE);
    return text == null ? null : Values.sha256(at(field), text);
  }

  public UUID id(String field) {
    return fields.required(field, optionalId(field));
  }

  public @Nullable UUID optionalId(String field) {
    String text = fields.string(field, ApiCode.WRONG_TYPE);
    return text == null ? null : Values.id(at(field), text);
  }

  /** An object within this one. */
  public Shape object(String field) {
    return fields.required(field, optionalObject(field));
  }

  public @Nullable Shape optionalObject(String field) {
    Fields part = fields.part(field);
    return part == null ? null : new Shape(part, today);
  }

  /** A list of objects, each to be read by its own {@link #read} or {@link #tryRead}. */
  public List<Shape> objects(String field, int min, int max) {
    return fields.items(field, min, max).stream().map(item -> new Shape(item, today)).toList();
  }

  /** Whether the field is there and not null. */
  public boolean has(String field) {
    return fields.value(field) != null;
  }

  /** The field's path from the root of the body, for problems of the caller's own. */
  public String at(String field) {
    return fields.at(field);
  }
}
