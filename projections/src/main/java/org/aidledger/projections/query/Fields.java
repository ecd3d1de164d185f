package org.aidledger.projections.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.Figure;
import org.aidledger.projections.Figures;
import org.jspecify.annotations.Nullable;

/** Reads values out of the rows of a query. */
public final class Fields {

  private Fields() {}

  /** Reads an identifier that someone sent, nothing if it cannot be one. */
  public static @Nullable UUID id(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text.toLowerCase(Locale.ROOT)) ? id : null;
    } catch (IllegalArgumentException notAnId) {
      return null;
    }
  }

  public static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  public static @Nullable String textOrNull(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }

  public static @Nullable Long numberOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }

  public static LocalDate day(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(dayOrNull(row, column), column);
  }

  public static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  public static Instant time(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(timeOrNull(row, column), column);
  }

  public static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** A sealed text out of the columns {@code NAME_subject} and {@code NAME_sealed}. */
  public static SealedText sealed(ResultSet row, String name) throws SQLException {
    return Objects.requireNonNull(sealedOrNull(row, name), name);
  }

  public static @Nullable SealedText sealedOrNull(ResultSet row, String name) throws SQLException {
    String subject = row.getString(name + "_subject");
    String ciphertext = row.getString(name + "_sealed");
    return subject == null || ciphertext == null ? null : new SealedText(subject, ciphertext);
  }

  public static Figures figures(ResultSet row) throws SQLException {
    long[] figures = new long[Figure.values().length];
    for (Figure figure : Figure.values()) {
      figures[figure.place()] = row.getLong(figure.column());
    }
    return Figures.of(figures);
  }
}
