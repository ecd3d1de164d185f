package org.aidledger.projections.trail;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.core.fund.Movement;
import org.aidledger.projections.Figure;
import org.aidledger.projections.FigureChange;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the trail that belong together: those that one figure of a fund is made of, or those
 * about one kind of matter that moves no money.
 */
public enum TrailGroup {
  OPENING(Figure.OPENING),
  RECEIVED(Figure.RECEIVED),
  REFUNDED(Figure.REFUNDED),
  OTHER_INCOME(Figure.OTHER_INCOME),
  OTHER_EXPENSE(Figure.OTHER_EXPENSE),
  TRANSFERRED_IN(Figure.TRANSFERRED_IN),
  TRANSFERRED_OUT(Figure.TRANSFERRED_OUT),
  PAID(Figure.PAID),
  RESERVED(Figure.RESERVED),
  /** Requests and decisions before money moves. */
  DECISIONS(
      "PayoutRequested",
      "PayoutApproved",
      "PayoutRejected",
      "PayoutCancelled",
      "PayoutBatchRequested",
      "PayoutBatchApproved",
      "PayoutBatchRejected",
      "DonationRefundReserved",
      "DonationRefundReleased"),
  /** The terms and the state of the fund itself. */
  TERMS(
      "FundOpened",
      "FundChangeProposed",
      "FundChangeConfirmed",
      "FundFrozen",
      "FundUnfrozen",
      "FundPublished",
      "FundUnpublished",
      "PeriodLocked",
      "PeriodUnlocked",
      "FundClosed"),
  /** Source documents that were attached. */
  DOCUMENTS("DocumentAttached"),
  /** The control totals that the details must add up to. */
  CONTROL_TOTALS("DonationsPosted", "EntriesPosted");

  private final @Nullable Figure figure;
  private final String sql;

  TrailGroup(Figure figure) {
    this.figure = figure;
    this.sql = "t.amount is not null and (" + parts(figure) + ")";
  }

  TrailGroup(String... types) {
    this.figure = null;
    this.sql = "t.type in (" + quoted(List.of(types).stream()) + ")";
  }

  /** The figure that the lines of this group add up to, absent if they are about no figure. */
  public @Nullable Figure figure() {
    return figure;
  }

  /** The group behind a figure. */
  public static TrailGroup of(Figure figure) {
    return valueOf(figure.name());
  }

  /** The condition on the lines {@code t}; made of constants alone. */
  String sql() {
    return sql;
  }

  private static String parts(Figure figure) {
    return Stream.of(false, true)
        .map(
            refund ->
                "t.movement in (%s) and %s t.refund"
                    .formatted(movements(figure, refund), refund ? "" : "not"))
        .collect(Collectors.joining(" or "));
  }

  /** The empty text stands for no movement, so that the list is never empty. */
  private static String movements(Figure figure, boolean refund) {
    return quoted(
        Stream.concat(
            Stream.of(""),
            Arrays.stream(Movement.values())
                .filter(
                    movement ->
                        FigureChange.of(movement, refund).stream()
                            .anyMatch(change -> change.figure() == figure))
                .map(Movement::name)));
  }

  private static String quoted(Stream<String> names) {
    return names.map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }
}
