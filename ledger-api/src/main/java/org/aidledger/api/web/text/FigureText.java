package org.aidledger.api.web.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.aidledger.projections.Figure;
import org.aidledger.projections.Figures;

/**
 * One figure of a fund in words.
 *
 * @param figure its name, which is also that of the group of lines behind it
 * @param key its name in live updates, such as {@code otherIncome}
 * @param sign {@code +} or {@code −}: what it does to the available money
 */
public record FigureText(String figure, String key, String sign, Amount amount) {

  /** The name of the available money in live updates. */
  public static final String AVAILABLE = "available";

  /** All figures: first what adds to the available money, then what takes from it. */
  public static List<FigureText> of(Figures figures, String currency) {
    long[] values = figures.toArray();
    return Arrays.stream(Figure.values())
        .sorted(Comparator.comparingInt(figure -> -figure.inAvailable()))
        .map(
            figure ->
                new FigureText(
                    figure.name(),
                    key(figure),
                    figure.inAvailable() > 0 ? "+" : "−",
                    Amount.of(values[figure.place()], currency)))
        .toList();
  }

  private static String key(Figure figure) {
    StringBuilder key = new StringBuilder();
    for (String part : figure.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      key.append(
          key.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return key.toString();
  }
}
