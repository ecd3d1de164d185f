package org.aidledger.api.web.browser;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.ReadModelSchema;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.writing.LedgerProjection;

/** Writes events straight into the read models, as the projection would from the book. */
public final class Book {

  private final DataSource dataSource;
  private final List<RecordedEvent> pending = new ArrayList<>();
  private final Map<String, Long> entryNumbers = new HashMap<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private Instant time;
  private long position;

  public Book(DataSource dataSource, Instant begin) {
    this.dataSource = dataSource;
    this.time = begin;
  }

  /** Creates the read models, empty. */
  public void create() throws SQLException {
    ReadModelSchema.create(dataSource, ReadSchema.LIVE);
  }

  /** Removes the read models. */
  public void remove() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      ReadModelSchema.drop(connection, ReadSchema.LIVE);
    }
  }

  /** The next events are recorded at or after this time. */
  public void at(String instant) {
    time = Instant.parse(instant);
  }

  /** Appends an event; {@link #write} makes it visible. */
  public void add(String actor, String streamType, String streamId, Object event) {
    time = time.plusMillis(61_317);
    long sequence = sequences.merge(streamId, 1L, Long::sum) - 1;
    pending.add(
        new RecordedEvent(
            position,
            id("event " + position),
            streamType,
            streamId,
            sequence,
            time,
            actor.isEmpty() ? null : account(actor),
            event));
    position++;
  }

  /** Makes everything visible that was appended since the last time. */
  public void write() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      new LedgerProjection().apply(connection, ReadSchema.LIVE, pending);
      connection.commit();
    }
    pending.clear();
  }

  /** The next entry number of a fund. */
  public long entry(String fundId) {
    return entryNumbers.merge(fundId, 1L, Long::sum);
  }

  /** The account id of a user name. */
  public static String account(String username) {
    return id("account " + username);
  }

  /** An identifier that is the same in every run. */
  public static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** A text as the tests' own vault reads it: in clear, unless it begins with "destroyed". */
  public static SealedText sealed(String text) {
    return new SealedText(id("subject " + text), text);
  }
}
