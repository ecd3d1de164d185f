package org.aidledger.projections;

import java.util.Locale;

/** The schemas in which a copy of the read models may lie; no other name ever reaches SQL. */
public enum ReadSchema {
  /** What queries read. */
  LIVE(0x4169644c_00000001L),
  /** The copy that a replay builds beside the live one. */
  REBUILD(0x4169644c_00000002L),
  /** The former live copy, between the take-over of a rebuilt one and its removal. */
  RETIRED(0x4169644c_00000003L);

  private final long lockKey;

  ReadSchema(long lockKey) {
    this.lockKey = lockKey;
  }

  /**
   * Reads the name of a schema.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static ReadSchema of(String name) {
    for (ReadSchema schema : values()) {
      if (schema.sql().equals(name)) {
        return schema;
      }
    }
    throw new IllegalArgumentException("not a schema of read models: " + name);
  }

  /** The name of the schema in SQL. */
  public String sql() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The advisory lock that every transaction takes first when it writes this copy. Whoever holds
   * the live one can exchange the copies.
   */
  public long lockKey() {
    return lockKey;
  }
}
