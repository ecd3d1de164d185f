package org.aidledger.projections.audit;

import static org.aidledger.projections.query.Fields.text;
import static org.aidledger.projections.query.Fields.textOrNull;
import static org.aidledger.projections.query.Fields.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Fields;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.query.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists who read personal data, and which keys are to be destroyed or are destroyed. */
public final class PrivacyQueries {

  private final JdbcClient jdbc;

  public PrivacyQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Readings of personal data in the order in which they were recorded.
   *
   * @param subjectId one person, or all
   * @param actor one account, or all
   * @param limit at most {@link Page#MAX}
   */
  public Page<DataAccessView> readings(
      @Nullable String subjectId,
      @Nullable String actor,
      Order order,
      @Nullable Cursor after,
      int limit) {
    Where where =
        new Where()
            .id("subject_id", subjectId)
            .and("actor = :actor", "actor", actor)
            .and(
                "position " + order.beyond() + " :after",
                "after",
                after == null ? null : after.position());
    List<DataAccessView> found =
        jdbc.sql(
                "select * from live.data_access %s order by position %s limit %d"
                    .formatted(where.sql(), order.sql(), Page.limit(limit) + 1))
            .params(where.values())
            .query(PrivacyQueries::reading)
            .list();
    return Page.of(found, limit, reading -> new Cursor(reading.position(), 0));
  }

  /**
   * Readings of one field of all payees of a batch, the oldest first.
   *
   * @param field as the reading names it
   */
  public List<DataAccessView> readingsOfBatch(String batchId, String field) {
    UUID id = Fields.id(batchId);
    return id == null
        ? List.of()
        : jdbc.sql(
                """
                select d.* from live.data_access d
                join live.payout p on d.context = p.payout_id::text
                where p.batch_id = :batch and d.field = :field order by d.position\
                """)
            .param("batch", id)
            .param("field", field)
            .query(PrivacyQueries::reading)
            .list();
  }

  /** What became of one person's key, absent if nobody asked for its destruction. */
  public Optional<KeyDestructionView> keyDestruction(String subjectId) {
    UUID id = Fields.id(subjectId);
    return id == null
        ? Optional.empty()
        : jdbc.sql("select * from live.key_destruction where subject_id = ?")
            .param(id)
            .query(PrivacyQueries::destruction)
            .optional();
  }

  /** At which position a person's key was destroyed last; -1 if none was. */
  public long lastDestruction() {
    return jdbc.sql(
            "select coalesce(max(last_position), -1) from live.key_destruction"
                + " where state = 'DESTROYED'")
        .query(Long.class)
        .single();
  }

  /**
   * Keys in the order in which someone first asked for their destruction.
   *
   * @param state REQUESTED or DESTROYED, or all
   * @param limit at most {@link Page#MAX}
   */
  public Page<KeyDestructionView> keyDestructions(
      @Nullable String state, @Nullable Cursor after, int limit) {
    Where where =
        new Where()
            .and("state = :state", "state", state)
            .and("first_position > :after", "after", after == null ? null : after.position());
    List<KeyDestructionView> found =
        jdbc.sql(
                "select * from live.key_destruction %s order by first_position limit %d"
                    .formatted(where.sql(), Page.limit(limit) + 1))
            .params(where.values())
            .query(PrivacyQueries::destruction)
            .list();
    return Page.of(found, limit, destruction -> new Cursor(destruction.firstPosition(), 0));
  }

  /** What of the book hangs on a person's key; nothing for who is not in it. */
  public SubjectHoldings holdings(String subjectId) {
    UUID id = Fields.id(subjectId);
    return id == null
        ? new SubjectHoldings(0, 0, 0, 0)
        : jdbc.sql(
                """
                select
                  (select count(*) from live.donation where donor_subject = :id) as donations,
                  (select count(*) from live.payout where payee_subject = :id) as payouts,
                  (select count(*) from live.trail where text_subject = :id) as texts,
                  (select count(*) from live.data_access where subject_id = :id) as readings\
                """)
            .param("id", id)
            .query(
                (row, number) ->
                    new SubjectHoldings(
                        row.getLong("donations"),
                        row.getLong("payouts"),
                        row.getLong("texts"),
                        row.getLong("readings")))
            .single();
  }

  private static DataAccessView reading(ResultSet row, int number) throws SQLException {
    return new DataAccessView(
        row.getLong("position"),
        text(row, "access_id"),
        Fields.time(row, "recorded_at"),
        textOrNull(row, "actor"),
        text(row, "subject_id"),
        text(row, "field"),
        text(row, "context"));
  }

  private static KeyDestructionView destruction(ResultSet row, int number) throws SQLException {
    return new KeyDestructionView(
        text(row, "subject_id"),
        text(row, "state"),
        Fields.sealedOrNull(row, "reason"),
        text(row, "requested_by"),
        timeOrNull(row, "requested_at"),
        textOrNull(row, "confirmed_by"),
        timeOrNull(row, "destroyed_at"),
        row.getLong("first_position"),
        row.getLong("last_position"));
  }
}
