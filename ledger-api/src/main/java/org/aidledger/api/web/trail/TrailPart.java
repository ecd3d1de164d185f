package org.aidledger.api.web.trail;

import java.util.List;
import java.util.Map;
import org.aidledger.api.export.ExportLinks;
import org.jspecify.annotations.Nullable;

/**
 * One page of a trail.
 *
 * @param owners the funds of the lines, by the place of the line; empty where all are of one
 * @param nextUrl where the next page is, absent on the last one
 * @param firstUrl where the first page is, absent on it
 * @param export where all lines that the filters let through are downloaded
 */
public record TrailPart(
    List<TrailRow> rows,
    Map<String, Owner> owners,
    @Nullable String nextUrl,
    @Nullable String firstUrl,
    ExportLinks export) {

  /** The fund of a line, with the unit of its amounts. */
  public record Owner(String fundId, String code, String name, String unit) {}
}
