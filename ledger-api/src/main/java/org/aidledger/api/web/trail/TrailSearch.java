package org.aidledger.api.web.trail;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.core.money.AmountException;
import org.aidledger.core.money.Money;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.trail.TrailFilter;
import org.aidledger.projections.trail.TrailGroup;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of a fund's trail, as it stands in the page's address.
 *
 * @param given what was typed, to be shown again
 * @param wrong the names of parameters that could not be read, in the order of the form
 */
public record TrailSearch(
    @Nullable TrailGroup group,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    @Nullable Long minAmount,
    @Nullable Long maxAmount,
    boolean everything,
    Order order,
    @Nullable Cursor after,
    Map<String, String> given,
    List<String> wrong) {

  /** The parameters, in the order of the form; the CSV download takes the same. */
  public static final List<String> PARAMETERS =
      List.of(
          "group",
          "effectiveFrom",
          "effectiveTo",
          "minAmount",
          "maxAmount",
          "all",
          "order",
          "cursor");

  /**
   * Reads the parameters.
   *
   * @param currency of the fund, in which amounts are read
   */
  public static TrailSearch of(Map<String, String> parameters, String currency) {
    return new Reader(parameters, currency).read();
  }

  /** The lines that are wanted; without a wish only entries, as they stand in the journal. */
  public TrailFilter filter(String fundId) {
    boolean entries = !everything && (group == null || group.figure() != null);
    return TrailFilter.fund(fundId)
        .group(group)
        .effective(effectiveFrom, effectiveTo)
        .amount(minAmount, maxAmount)
        .entriesOnly(entries);
  }

  /** Whether anything narrows the trail. */
  public boolean narrowed() {
    return given.keySet().stream()
        .anyMatch(name -> PARAMETERS.indexOf(name) >= 0 && PARAMETERS.indexOf(name) < 5);
  }

  private static final class Reader {

    private final Map<String, String> given = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final java.util.Currency currency;

    Reader(Map<String, String> parameters, String currency) {
      this.currency = java.util.Currency.getInstance(currency);
      for (String name : PARAMETERS) {
        String value = parameters.getOrDefault(name, "").strip();
        if (!value.isEmpty()) {
          given.put(name, value);
        }
      }
    }

    TrailSearch read() {
      TrailGroup group = group();
      LocalDate from = day("effectiveFrom");
      LocalDate to = day("effectiveTo");
      if (from != null && to != null && from.isAfter(to)) {
        wrong.add("effectiveTo");
      }
      Long min = amount("minAmount");
      Long max = amount("maxAmount");
      if (min != null && max != null && min > max) {
        wrong.add("maxAmount");
      }
      Order order = "oldest".equals(given.get("order")) ? Order.OLDEST_FIRST : Order.NEWEST_FIRST;
      boolean everything = given.containsKey("all");
      Cursor after = cursor();
      return new TrailSearch(
          group, from, to, min, max, everything, order, after, given, List.copyOf(wrong));
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

    private @Nullable LocalDate day(String name) {
      String value = given.get(name);
      try {
        return value == null ? null : LocalDate.parse(value);
      } catch (DateTimeParseException unreadable) {
        wrong.add(name);
        return null;
      }
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
}
