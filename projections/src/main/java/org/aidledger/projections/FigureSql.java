package org.aidledger.projections;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.aidledger.core.fund.Movement;

/** Sums of figures in SQL, derived from {@link FigureChange} so that there is one rule only. */
public final class FigureSql {

  private FigureSql() {}

  /** The names of all figure columns, separated by commas. */
  public static String columns() {
    return each(Figure::column);
  }

  /** The sums of the figure columns of rows, under the same names. */
  public static String sumOfColumns() {
    return each(figure -> "coalesce(sum(%1$s), 0)::bigint as %1$s".formatted(figure.column()));
  }

  /**
   * The sums of the figures that lines of the trail {@code t} amount to, under their names. Lines
   * are best summed up by movement and refund before.
   */
  public static String sumOfLines() {
    return each(
        figure -> "coalesce(sum(%s), 0)::bigint as %s".formatted(ofLine(figure), figure.column()));
  }

  private static String ofLine(Figure figure) {
    List<String> branches = new ArrayList<>();
    for (Movement movement : Movement.values()) {
      for (boolean refund : new boolean[] {false, true}) {
        for (FigureChange change : FigureChange.of(movement, refund)) {
          if (change.figure() == figure) {
            branches.add(
                "when t.movement = '%s' and t.refund = %s then %s t.amount"
                    .formatted(movement, refund, change.sign() < 0 ? "-" : ""));
          }
        }
      }
    }
    return branches.stream().collect(joining(" ", "case ", " end"));
  }

  private static String each(Function<Figure, String> term) {
    return Arrays.stream(Figure.values()).map(term).collect(joining(", "));
  }
}
