package org.aidledger.api.reading;

import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;

/** The parameters that every list takes. */
public final class ListParameters {

  private static final int USUAL = 100;

  private ListParameters() {}

  /** Where the page begins, absent for the first one. */
  public static @Nullable Cursor cursor(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return Cursor.parse(text);
    } catch (IllegalArgumentException malformed) {
      throw new ApiProblem(ApiCode.PARAMETER_MALFORMED, "cursor");
    }
  }

  /** How many items the page holds. */
  public static int limit(@Nullable String text) {
    return text == null ? USUAL : Values.integer("limit", text, 1, Page.MAX);
  }

  /** What the client sends as cursor for the next page, absent on the last one. */
  public static @Nullable String next(@Nullable Cursor next) {
    return next == null ? null : next.toString();
  }
}
