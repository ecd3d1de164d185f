package org.aidledger.api.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check found beyond the figures of the lines.
 *
 * @param perUnit the units with the largest totals, of good lines
 * @param units how many units there are
 * @param suspected lines that may be gifts under another reference
 * @param duplicates lines of one person and day that differ in their amounts
 * @param needsBatch whether lines without a reference of their own are known by the batch's name
 * @param gone donations of the batch that the file does not hold any more
 * @param goneTotal of them, in minor units
 * @param batchTaken whether a batch of payouts with other content has the name
 */
public record Findings(
    List<UnitTotal> perUnit,
    long units,
    long suspected,
    long duplicates,
    boolean needsBatch,
    long gone,
    long goneTotal,
    boolean batchTaken) {

  /** The same of a batch of payouts. */
  Findings forBatch(boolean taken) {
    return new Findings(perUnit, units, suspected, duplicates, needsBatch, gone, goneTotal, taken);
  }

  /**
   * One unit.
   *
   * @param unit absent for lines that name none
   * @param total in minor units
   */
  public record UnitTotal(@Nullable String unit, long lines, long total) {}
}
