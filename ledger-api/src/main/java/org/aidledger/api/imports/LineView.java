package org.aidledger.api.imports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file as programs and pages see it; nothing in it names a person.
 *
 * @param amountBefore what the book holds, for a line that changed
 * @param donationId the entry that the line is or will be
 * @param suspect the other line or donation that may be the same gift, {@code line:7} or {@code
 *     donation:…}
 */
public record LineView(
    int line,
    LineStatus status,
    @Nullable String amount,
    @Nullable String amountBefore,
    @Nullable LocalDate day,
    @Nullable String unit,
    @Nullable String donationId,
    @Nullable String suspect,
    @Nullable String cell,
    @Nullable String code,
    @Nullable String message,
    List<ProblemView> problems) {

  /** One thing that is wrong with a line, in the language asked for. */
  public record ProblemView(
      @Nullable String cell, String code, @Nullable String field, String message) {}
}
