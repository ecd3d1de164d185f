package org.aidledger.projections;

import java.util.Locale;

/** The figures of a fund, each with its sign in what is available. */
public enum Figure {
  OPENING(0, 1),
  RECEIVED(1, 1),
  REFUNDED(2, -1),
  OTHER_INCOME(3, 1),
  OTHER_EXPENSE(4, -1),
  TRANSFERRED_IN(5, 1),
  TRANSFERRED_OUT(6, -1),
  PAID(7, -1),
  RESERVED(8, -1);

  private final int place;
  private final int inAvailable;

  Figure(int place, int inAvailable) {
    this.place = place;
    this.inAvailable = inAvailable;
  }

  /** Where the figure stands in every list and array of figures, from 0. */
  public int place() {
    return place;
  }

  /** 1 or -1: what one unit of this figure does to what is available. */
  public int inAvailable() {
    return inAvailable;
  }

  /** The name of the figure's column. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
