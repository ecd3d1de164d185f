package org.aidledger.api.web.trail;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.trail.TrailFilter;
import org.aidledger.projections.trail.TrailGroup;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of a trail, as it stands in the page's address.
 *
 * @param wanted as it was asked for
 * @param everything whether lines that move no money are wanted, too
 * @param given what was typed, to be shown again
 * @param wrong the names of parameters that could not be read, in the order of the form
 */
public record TrailSearch(
    TrailFilter wanted,
    boolean everything,
    Order order,
    @Nullable Cursor after,
    Map<String, String> given,
    List<String> wrong) {

  /** The parameters, in the order of the form; the downloads take the same. */
  public static final List<String> PARAMETERS =
      List.of(
          "fund",
          "group",
          "type",
          "actor",
          "effectiveFrom",
          "effectiveTo",
          "recordedFrom",
          "recordedTo",
          "minAmount",
          "maxAmount",
          "text",
          "all",
          "order",
          "cursor");

  /** Parameters that change how the trail is shown, not what is in it. */
  private static final Set<String> NARROWS_NOTHING = Set.of("all", "order", "cursor");

  public @Nullable TrailGroup group() {
    return wanted.group();
  }

  /** The lines that are wanted of one fund. */
  public TrailFilter filter(String fundId) {
    return filter().ofFund(fundId);
  }

  /** The lines that are wanted; without a wish only entries, as they stand in the journal. */
  public TrailFilter filter() {
    TrailGroup group = wanted.group();
    boolean entries =
        !everything && wanted.type() == null && (group == null || group.figure() != null);
    return wanted.entriesOnly(entries);
  }

  /** Whether anything narrows the trail. */
  public boolean narrowed() {
    return given.keySet().stream().anyMatch(name -> !NARROWS_NOTHING.contains(name));
  }
}
