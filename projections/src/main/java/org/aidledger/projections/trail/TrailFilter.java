package org.aidledger.projections.trail;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the trail are wanted; an absent condition lets all pass.
 *
 * @param fundId one fund, or all funds
 * @param type the event's name
 * @param group lines that belong together, such as those that a figure is made of
 * @param effectiveFrom the first effective day
 * @param effectiveTo the last effective day
 * @param recordedFrom the earliest recorded time
 * @param recordedTo the latest recorded time
 * @param minAmount the least amount in minor units, whatever its sign
 * @param maxAmount the greatest amount in minor units, whatever its sign
 * @param actor the account that acted
 * @param entriesOnly only lines that have an entry number
 * @param text an entry number, or a part of a source reference
 */
public record TrailFilter(
    @Nullable String fundId,
    @Nullable String type,
    @Nullable TrailGroup group,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    @Nullable Instant recordedFrom,
    @Nullable Instant recordedTo,
    @Nullable Long minAmount,
    @Nullable Long maxAmount,
    @Nullable String actor,
    boolean entriesOnly,
    @Nullable String text) {

  /** Every line of every fund. */
  public static TrailFilter all() {
    return new TrailFilter(null, null, null, null, null, null, null, null, null, null, false, null);
  }

  /** Every line of one fund. */
  public static TrailFilter fund(String fundId) {
    return new TrailFilter(
        fundId, null, null, null, null, null, null, null, null, null, false, null);
  }

  public TrailFilter type(@Nullable String wanted) {
    return new TrailFilter(
        fundId,
        wanted,
        group,
        effectiveFrom,
        effectiveTo,
        recordedFrom,
        recordedTo,
        minAmount,
        maxAmount,
        actor,
        entriesOnly,
        text);
  }

  public TrailFilter group(@Nullable TrailGroup wanted) {
    return new TrailFilter(
        fundId,
        type,
        wanted,
        effectiveFrom,
        effectiveTo,
        recordedFrom,
        recordedTo,
        minAmount,
        maxAmount,
        actor,
        entriesOnly,
        text);
  }

  public TrailFilter effective(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new TrailFilter(
        fundId,
        type,
        group,
        from,
        to,
        recordedFrom,
        recordedTo,
        minAmount,
        maxAmount,
        actor,
        entriesOnly,
        text);
  }

  public TrailFilter recorded(@Nullable Instant from, @Nullable Instant to) {
    return new TrailFilter(
        fundId,
        type,
        group,
        effectiveFrom,
        effectiveTo,
        from,
        to,
        minAmount,
        maxAmount,
        actor,
        entriesOnly,
        text);
  }

  public TrailFilter amount(@Nullable Long min, @Nullable Long max) {
    return new TrailFilter(
        fundId,
        type,
        group,
        effectiveFrom,
        effectiveTo,
        recordedFrom,
        recordedTo,
        min,
        max,
        actor,
        entriesOnly,
        text);
  }

  public TrailFilter actor(@Nullable String wanted) {
    return new TrailFilter(
        fundId,
        type,
        group,
        effectiveFrom,
        effectiveTo,
        recordedFrom,
        recordedTo,
        minAmount,
        maxAmount,
        wanted,
        entriesOnly,
        text);
  }

  public TrailFilter entriesOnly(boolean wanted) {
    return new TrailFilter(
        fundId,
        type,
        group,
        effectiveFrom,
        effectiveTo,
        recordedFrom,
        recordedTo,
        minAmount,
        maxAmount,
        actor,
        wanted,
        text);
  }

  public TrailFilter text(@Nullable String wanted) {
    return new TrailFilter(
        fundId,
        type,
        group,
        effectiveFrom,
        effectiveTo,
        recordedFrom,
        recordedTo,
        minAmount,
        maxAmount,
        actor,
        entriesOnly,
        wanted);
  }

  public TrailFilter ofFund(@Nullable String wanted) {
    return new TrailFilter(
        wanted,
        type,
        group,
        effectiveFrom,
        effectiveTo,
        recordedFrom,
        recordedTo,
        minAmount,
        maxAmount,
        actor,
        entriesOnly,
        text);
  }
}
