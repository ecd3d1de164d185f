package org.aidledger.projections.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A type of column: its name in PostgreSQL and the Java type that stands for it. */
public final class Type<T> {

  public static final Type<UUID> ID =
      new Type<>("uuid", UUID.class, (rows, i) -> rows.getObject(i, UUID.class), BinaryField::id);
  public static final Type<String> TEXT =
      new Type<>("text", String.class, ResultSet::getString, BinaryField::text);
  public static final Type<Long> LONG =
      new Type<>(
          "bigint", Long.class, (rows, i) -> rows.getObject(i, Long.class), BinaryField::bigint);
  public static final Type<Integer> INT =
      new Type<>(
          "integer",
          Integer.class,
          (rows, i) -> rows.getObject(i, Integer.class),
          BinaryField::integer);
  public static final Type<Boolean> FLAG =
      new Type<>(
          "boolean",
          Boolean.class,
          (rows, i) -> rows.getObject(i, Boolean.class),
          BinaryField::flag);
  public static final Type<LocalDate> DAY =
      new Type<>(
          "date",
          LocalDate.class,
          (rows, i) -> rows.getObject(i, LocalDate.class),
          BinaryField::day);
  public static final Type<Instant> TIME =
      new Type<>("timestamptz", Instant.class, Type::instant, BinaryField::time);

  /** JSON as its text. */
  public static final Type<String> JSON =
      new Type<>("jsonb", String.class, ResultSet::getString, BinaryField::json);

  private final String sql;
  private final Class<T> javaType;
  private final Reader<T> reader;
  private final Writer<T> writer;

  private Type(String sql, Class<T> javaType, Reader<T> reader, Writer<T> writer) {
    this.sql = sql;
    this.javaType = javaType;
    this.reader = reader;
    this.writer = writer;
  }

  String sql() {
    return sql;
  }

  @Nullable T read(ResultSet rows, int index) throws SQLException {
    return reader.read(rows, index);
  }

  @Nullable T cast(@Nullable Object value) {
    return javaType.cast(value);
  }

  void write(BinaryCopy copy, Object value) {
    writer.write(copy, javaType.cast(value));
  }

  private static @Nullable Instant instant(ResultSet rows, int index) throws SQLException {
    OffsetDateTime time = rows.getObject(index, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private interface Reader<T> {
    @Nullable T read(ResultSet rows, int index) throws SQLException;
  }

  private interface Writer<T> {
    void write(BinaryCopy copy, T value);
  }
}
