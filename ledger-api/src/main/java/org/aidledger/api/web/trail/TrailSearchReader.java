package org.aidledger.api.web.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.aidledger.api.roster.TypedDay;
import org.aidledger.core.money.AmountException;
import org.aidledger.core.money.Money;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Fields;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.trail.TrailFilter;
import org.aidledger.projections.trail.TrailGroup;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a {@link TrailSearch}; what cannot be read is named, not passed over. */
public final class TrailSearchReader {

  private static final int LONGEST_TEXT = 128;

  private final Map<String, String> given = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final Currency currency;
  private final ZoneId zone;

  private TrailSearchReader(Map<String, String> parameters, String currency, ZoneId zone) {
    this.currency = Currency.getInstance(currency);
    this.zone = zone;
    for (String name : TrailSearch.PARAMETERS) {
      String value = parameters.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        given.put(name, value);
      }
    }
  }

  /**
   * Reads the parameters.
   *
   * @param currency in which amounts are read
   * @param zone the business time zone, in which days are meant
   */
  public static TrailSearch read(Map<String, String> parameters, String currency, ZoneId zone) {
    return new TrailSearchReader(parameters, currency, zone).read();
  }

  private TrailSearch read() {
    String fund = id("fund");
    TrailGroup group = group();
    String type = type();
    String actor = id("actor");
    LocalDate from = day("effectiveFrom");
    LocalDate to = day("effectiveTo", from);
    LocalDate recordedFrom = day("recordedFrom");
    LocalDate recordedTo = day("recordedTo", recordedFrom);
    Long min = amount("minAmount");
    Long max = amount("maxAmount");
    if (min != null && max != null && min > max) {
      wrong.add("maxAmount");
    }
    TrailFilter filter =
        TrailFilter.all()
            .ofFund(fund)
            .group(group)
            .type(type)
            .actor(actor)
            .effective(from, to)
            .recorded(begin(recordedFrom), end(recordedTo))
            .amount(min, max)
            .text(text());
    Order order = "oldest".equals(given.get("order")) ? Order.OLDEST_FIRST : Order.NEWEST_FIRST;
    Cursor after = cursor();
    return new TrailSearch(
        filter, given.containsKey("all"), order, after, given, List.copyOf(wrong));
  }

  private @Nullable TrailGroup group() {
    String value = given.get("group");
    for (TrailGroup group : TrailGroup.values()) {
      if (group.name().equals(value)) {
        return group;
      }
    }
    if (value != null) {
      wrong.add("group");
    }
    return null;
  }

  private @Nullable String type() {
    String value = given.get("type");
    if (value == null || TrailTypes.NAMES.contains(value)) {
      return value;
    }
    wrong.add("type");
    return null;
  }

  private @Nullable String id(String name) {
    String value = given.get(name);
    UUID id = value == null ? null : Fields.id(value);
    if (value != null && id == null) {
      wrong.add(name);
    }
    return id == null ? null : id.toString();
  }

  private @Nullable String text() {
    String value = given.get("text");
    if (value != null && value.length() > LONGEST_TEXT) {
      wrong.add("text");
      return null;
    }
    return value;
  }

  private @Nullable LocalDate day(String name) {
    String value = given.get(name);
    try {
      return value == null ? null : TypedDay.day(value);
    } catch (DateTimeParseException unreadable) {
      wrong.add(name);
      return null;
    }
  }

  private @Nullable LocalDate day(String name, @Nullable LocalDate from) {
    LocalDate to = day(name);
    if (from != null && to != null && from.isAfter(to)) {
      wrong.add(name);
    }
    return to;
  }

  private @Nullable Instant begin(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  /** The last millisecond of the day, which is as finely as times are recorded. */
  private @Nullable Instant end(@Nullable LocalDate day) {
    return day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
  }

  private @Nullable Long amount(String name) {
    String value = given.get(name);
    try {
      return value == null
          ? null
          : Long.valueOf(Money.parse(value.replace(",", ""), currency).minor());
    } catch (AmountException unreadable) {
      wrong.add(name);
      return null;
    }
  }

  private @Nullable Cursor cursor() {
    String value = given.get("cursor");
    try {
      return value == null ? null : Cursor.parse(value);
    } catch (IllegalArgumentException unreadable) {
      wrong.add("cursor");
      return null;
    }
  }
}
