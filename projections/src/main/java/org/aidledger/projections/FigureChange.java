package org.aidledger.projections;

import java.util.List;
import org.aidledger.core.fund.Movement;

/**
 * What one unit of a movement's amount does to one figure.
 *
 * @param sign 1 or -1
 */
public record FigureChange(Figure figure, int sign) {

  /**
   * All figures that a movement changes.
   *
   * @param refund whether the money goes back to a donor rather than out as aid
   */
  public static List<FigureChange> of(Movement movement, boolean refund) {
    Figure spent = refund ? Figure.REFUNDED : Figure.PAID;
    return switch (movement) {
      case OPENING -> List.of(plus(Figure.OPENING));
      case DONATION, DONATION_CORRECTION, DONATION_REVERSAL -> List.of(plus(Figure.RECEIVED));
      case INCOME -> List.of(plus(Figure.OTHER_INCOME));
      case EXPENSE -> List.of(plus(Figure.OTHER_EXPENSE));
      case TRANSFER_IN -> List.of(plus(Figure.TRANSFERRED_IN));
      case TRANSFER_OUT -> List.of(plus(Figure.TRANSFERRED_OUT));
      case RESERVATION -> List.of(plus(Figure.RESERVED));
      case RELEASE -> List.of(minus(Figure.RESERVED));
      case PAYMENT -> List.of(minus(Figure.RESERVED), plus(spent));
      case RETURN -> List.of(plus(Figure.RESERVED), minus(spent));
    };
  }

  private static FigureChange plus(Figure figure) {
    return new FigureChange(figure, 1);
  }

  private static FigureChange minus(Figure figure) {
    return new FigureChange(figure, -1);
  }
}
