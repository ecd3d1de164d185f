package org.aidledger.projections.table;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The binary forms in which PostgreSQL receives values, each preceded by its length in bytes.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY, binary format</a>
 */
final class BinaryField {

  /** PostgreSQL counts days and microseconds from 2000-01-01. */
  private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

  private static final long EPOCH_SECOND = EPOCH_DAY * 24 * 60 * 60;

  private BinaryField() {}

  static void id(BinaryCopy copy, UUID value) {
    copy.putInt(16);
    copy.putLong(value.getMostSignificantBits());
    copy.putLong(value.getLeastSignificantBits());
  }

  static void text(BinaryCopy copy, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    copy.putInt(bytes.length);
    copy.putBytes(bytes);
  }

  static void json(BinaryCopy copy, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    copy.putInt(bytes.length + 1);
    copy.putByte(1);
    copy.putBytes(bytes);
  }

  static void bigint(BinaryCopy copy, Long value) {
    copy.putInt(8);
    copy.putLong(value);
  }

  static void integer(BinaryCopy copy, Integer value) {
    copy.putInt(4);
    copy.putInt(value);
  }

  static void flag(BinaryCopy copy, Boolean value) {
    copy.putInt(1);
    copy.putByte(value ? 1 : 0);
  }

  static void day(BinaryCopy copy, LocalDate value) {
    copy.putInt(4);
    copy.putInt(Math.toIntExact(value.toEpochDay() - EPOCH_DAY));
  }

  static void time(BinaryCopy copy, Instant value) {
    copy.putInt(8);
    copy.putLong(
        Math.addExact(
            Math.multiplyExact(value.getEpochSecond() - EPOCH_SECOND, 1_000_000L),
            value.getNano() / 1_000));
  }
}
