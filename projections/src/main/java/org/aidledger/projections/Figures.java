package org.aidledger.projections;

/** All figures of a fund, in minor units of its currency. */
public record Figures(
    long opening,
    long received,
    long refunded,
    long otherIncome,
    long otherExpense,
    long transferredIn,
    long transferredOut,
    long paid,
    long reserved) {

  /** Reads the figures from an array in the order of {@link Figure}. */
  public static Figures of(long[] byFigure) {
    return new Figures(
        byFigure[0],
        byFigure[1],
        byFigure[2],
        byFigure[3],
        byFigure[4],
        byFigure[5],
        byFigure[6],
        byFigure[7],
        byFigure[8]);
  }

  /** The figures as an array in the order of {@link Figure}. */
  public long[] toArray() {
    return new long[] {
      opening,
      received,
      refunded,
      otherIncome,
      otherExpense,
      transferredIn,
      transferredOut,
      paid,
      reserved
    };
  }

  /** What may still be spent: everything that came, less everything that went or is reserved. */
  public long available() {
    long[] figures = toArray();
    long available = 0;
    for (Figure figure : Figure.values()) {
      available =
          Math.addExact(
              available, Math.multiplyExact(figure.inAvailable(), figures[figure.place()]));
    }
    return available;
  }
}
