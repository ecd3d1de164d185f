package org.aidledger.api.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.aidledger.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One column of a list.
 *
 * @param title the key of its title among the messages
 * @param width in characters, of which a Chinese one counts twice
 * @param cell what stands in it for a row
 */
public record Column<T>(String title, int width, Function<T, Cell> cell) {

  private static final int AMOUNT = 18;
  private static final int DAY = 12;
  private static final int TIME = 25;
  private static final int WHOLE = 10;

  /** A column of words; rows without any leave it blank. */
  public static <T> Column<T> text(String title, int width, Function<T, @Nullable String> words) {
    return of(title, width, words, Cell.Words::new);
  }

  /** A column of amounts. */
  public static <T> Column<T> amount(String title, Function<T, @Nullable Money> amount) {
    return of(title, AMOUNT, amount, Cell.Amount::new);
  }

  /** A column of days. */
  public static <T> Column<T> day(String title, Function<T, @Nullable LocalDate> day) {
    return of(title, DAY, day, Cell.Day::new);
  }

  /** A column of moments. */
  public static <T> Column<T> time(String title, Function<T, @Nullable Instant> time) {
    return of(title, TIME, time, Cell.Time::new);
  }

  /** A column of whole numbers that every row has. */
  public static <T> Column<T> whole(String title, ToLongFunction<T> number) {
    return new Column<>(title, WHOLE, row -> new Cell.Whole(number.applyAsLong(row)));
  }

  /** A column of whole numbers that some rows lack. */
  public static <T> Column<T> wholeOrNone(String title, Function<T, @Nullable Long> number) {
    return of(title, WHOLE, number, Cell.Whole::new);
  }

  private static <T, V> Column<T> of(
      String title, int width, Function<T, @Nullable V> value, Function<V, Cell> cell) {
    return new Column<>(
        title,
        width,
        row -> {
          V found = value.apply(row);
          return found == null ? Cell.BLANK : cell.apply(found);
        });
  }
}
