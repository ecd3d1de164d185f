package org.aidledger.projections.writing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.aidledger.projections.FigureSql;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.Spans;

/**
 * Writes the sums of every span of positions as soon as its last position is there, and only then.
 */
final class SpanWriter {

  private final Spans spans;

  SpanWriter(Spans spans) {
    this.spans = spans;
  }

  /** Sums up the spans that end within these positions, from the trail as it now stands. */
  void fold(Connection connection, ReadSchema schema, long first, long last) throws SQLException {
    for (int level = 0; level < spans.shifts().size(); level++) {
      int shift = spans.shifts().get(level);
      for (long span = first >> shift; ((span + 1) << shift) - 1 <= last; span++) {
        fold(connection, schema, level, span);
      }
    }
  }

  private void fold(Connection connection, ReadSchema schema, int level, long span)
      throws SQLException {
    int shift = spans.shifts().get(level) - (level == 0 ? 0 : spans.shifts().get(level - 1));
    String sql = level == 0 ? fromTrail(schema) : fromSpans(schema, level - 1);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setInt(1, level);
      insert.setLong(2, span);
      insert.setLong(3, span << shift);
      insert.setLong(4, (span + 1) << shift);
      insert.executeUpdate();
    }
  }

  private static String fromTrail(ReadSchema schema) {
    return """
    insert into %1$s.span (fund_id, level, span, effective_on, %2$s)
    select t.fund_id, ?, ?, t.effective_on, %3$s
    from (
      select fund_id, effective_on, movement, refund, sum(amount) as amount
      from %1$s.trail where amount is not null and position >= ? and position < ?
      group by fund_id, effective_on, movement, refund) t
    group by t.fund_id, t.effective_on"""
        .formatted(schema.sql(), FigureSql.columns(), FigureSql.sumOfLines());
  }

  private static String fromSpans(ReadSchema schema, int below) {
    return """
    insert into %1$s.span (fund_id, level, span, effective_on, %2$s)
    select s.fund_id, ?, ?, s.effective_on, %3$s
    from %1$s.span s
    where s.level = %4$d and s.span >= ? and s.span < ?
    group by s.fund_id, s.effective_on"""
        .formatted(schema.sql(), FigureSql.columns(), FigureSql.sumOfColumns(), below);
  }
}
