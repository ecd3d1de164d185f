package org.aidledger.api.audit;

import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.aidledger.api.json.Values;
import org.aidledger.projections.trail.TrailFilter;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * What a client may ask of a trail; everything is optional.
 *
 * @param entriesOnly whether lines without an entry number are left out
 * @param order {@code newest} for the newest first
 * @param lang {@code zh} or {@code en}, instead of the Accept-Language header
 */
@ParameterObject
record TrailParameters(
    @Nullable String cursor,
    @Nullable String limit,
    @Nullable String type,
    @Nullable String effectiveFrom,
    @Nullable String effectiveTo,
    @Nullable String recordedFrom,
    @Nullable String recordedTo,
    @Nullable String minAmount,
    @Nullable String maxAmount,
    @Nullable String actor,
    @Nullable Boolean entriesOnly,
    @Nullable String order,
    @Nullable String lang) {

  /** Reads them one by one: Spring, asked to fill a record, looks at its annotations each time. */
  static TrailParameters of(Function<String, @Nullable String> parameter) {
    String entriesOnly = parameter.apply("entriesOnly");
    return new TrailParameters(
        parameter.apply("cursor"),
        parameter.apply("limit"),
        parameter.apply("type"),
        parameter.apply("effectiveFrom"),
        parameter.apply("effectiveTo"),
        parameter.apply("recordedFrom"),
        parameter.apply("recordedTo"),
        parameter.apply("minAmount"),
        parameter.apply("maxAmount"),
        parameter.apply("actor"),
        entriesOnly == null ? null : Boolean.valueOf(Values.flag("entriesOnly", entriesOnly)),
        parameter.apply("order"),
        parameter.apply("lang"));
  }

  boolean newestFirst() {
    return "newest".equals(order);
  }

  Locale language(Locale otherwise) {
    return switch (lang) {
      case "zh" -> Locale.CHINESE;
      case "en" -> Locale.ENGLISH;
      case null, default -> otherwise;
    };
  }

  /**
   * The filter.
   *
   * @param fundId one fund, or null for all
   * @param currency in which amounts are meant, null for two decimals
   */
  TrailFilter filter(@Nullable String fundId, @Nullable Currency currency) {
    Currency meant = currency == null ? Currency.getInstance("CNY") : currency;
    UUID account = actor == null ? null : Values.id("actor", actor);
    return new TrailFilter(
        fundId,
        type,
        null,
        effectiveFrom == null ? null : Values.day("effectiveFrom", effectiveFrom),
        effectiveTo == null ? null : Values.day("effectiveTo", effectiveTo),
        recordedFrom == null ? null : Values.instant("recordedFrom", recordedFrom),
        recordedTo == null ? null : Values.instant("recordedTo", recordedTo),
        minAmount == null ? null : Values.amount("minAmount", minAmount, meant).minor(),
        maxAmount == null ? null : Values.amount("maxAmount", maxAmount, meant).minor(),
        account == null ? null : account.toString(),
        Boolean.TRUE.equals(entriesOnly),
        null);
  }
}
