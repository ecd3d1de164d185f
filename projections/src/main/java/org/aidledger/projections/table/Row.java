package org.aidledger.projections.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row in memory, with a value or nothing for every column of its table. */
public final class Row {

  private final Table table;
  private final @Nullable Object[] values;

  Row(Table table, @Nullable Object[] values) {
    this.table = table;
    this.values = values;
  }

  public <T> @Nullable T get(Column<T> column) {
    return column.type().cast(values[column.index()]);
  }

  /**
   * A value that must be there.
   *
   * @throws IllegalStateException if it is not
   */
  public <T> T need(Column<T> column) {
    T value = get(column);
    if (value == null) {
      throw new IllegalStateException(table.name() + "." + column.name() + " is empty");
    }
    return value;
  }

  public <T> Row set(Column<T> column, @Nullable T value) {
    values[column.index()] = value;
    return this;
  }

  /** Adds to a whole number, failing on overflow. */
  public Row add(Column<Long> column, long change) {
    return set(column, Math.addExact(need(column), change));
  }

  @Nullable Object raw(Column<?> column) {
    return values[column.index()];
  }

  @Override
  public String toString() {
    return table.name() + Arrays.toString(Arrays.copyOf(values, table.keyCount()));
  }
}
