package org.aidledger.api.imports;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.core.donation.command.CorrectDonation;
import org.aidledger.core.money.Money;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code intake.correction}. */
final class CorrectionRows {

  private final JdbcClient jdbc;
  private final ProblemTexts texts;

  CorrectionRows(DataSource dataSource, ProblemTexts texts) {
    this.jdbc = JdbcClient.create(dataSource);
    this.texts = texts;
  }

  /** A correction that a second person has confirmed. */
  record Confirmed(
      int line,
      UUID donationId,
      CorrectDonation.Seen seen,
      long amount,
      String proposedBy,
      String confirmedBy) {}

  Page<CorrectionView> page(ImportRow row, @Nullable Cursor after, int limit, Locale language) {
    List<CorrectionView> found =
        jdbc.sql(
                """
                select * from intake.correction where import = ? and line > ?
                order by line limit %d
                """
                    .formatted(Page.limit(limit) + 1))
            .params(row.number(), after == null ? 0 : after.position())
            .query((r, _) -> view(r, row, language))
            .list();
    return Page.of(found, limit, c -> new Cursor(c.line(), 0));
  }

  private CorrectionView view(java.sql.ResultSet r, ImportRow row, Locale language)
      throws java.sql.SQLException {
    String code = r.getString("code");
    return new CorrectionView(
        r.getInt("line"),
        r.getString("donation_id"),
        new Money(r.getLong("amount_before"), row.currency()).toDecimal(),
        new Money(r.getLong("amount"), row.currency()).toDecimal(),
        Objects.requireNonNull(r.getObject("day_before", java.time.LocalDate.class)),
        Objects.requireNonNull(r.getObject("day", java.time.LocalDate.class)),
        r.getString("unit_before"),
        r.getString("unit"),
        !r.getBoolean("same_donor"),
        Objects.requireNonNull(r.getString("state")),
        code,
        code == null
            ? null
            : texts.detail(
                new Problem(HttpStatus.CONFLICT, code, null, java.util.Map.of()), language),
        Objects.requireNonNull(r.getString("proposed_by")),
        r.getString("confirmed_by"));
  }

  /** Who posted the file is who proposes its corrections. */
  void propose(long number, String by) {
    jdbc.sql("update intake.correction set proposed_by = ? where import = ? and state = 'PROPOSED'")
        .params(by, number)
        .update();
  }

  /** Confirms what is proposed and what was refused before; how many there are. */
  int confirm(long number, String by) {
    return jdbc.sql(
            """
            update intake.correction set state = 'CONFIRMED', confirmed_by = ?, code = null
            where import = ? and state in ('PROPOSED', 'REFUSED')
            """)
        .params(by, number)
        .update();
  }

  /** Lines whose corrections were confirmed and are not in the book yet, in order. */
  List<Confirmed> confirmed(long number, int limit) {
    return jdbc.sql(
            """
            select line, donation_id, amount_before, day_before, amount, proposed_by, confirmed_by
            from intake.correction where import = ? and state = 'CONFIRMED' order by line limit %d
            """
                .formatted(limit))
        .param(number)
        .query(
            (r, _) ->
                new Confirmed(
                    r.getInt(1),
                    Objects.requireNonNull(r.getObject(2, UUID.class)),
                    new CorrectDonation.Seen(
                        r.getLong(3),
                        Objects.requireNonNull(r.getObject(4, java.time.LocalDate.class))),
                    r.getLong(5),
                    Objects.requireNonNull(r.getString(6)),
                    Objects.requireNonNull(r.getString(7))))
        .list();
  }

  void settle(long number, int line, @Nullable String refusedWith) {
    jdbc.sql("update intake.correction set state = ?, code = ? where import = ? and line = ?")
        .params(
            java.util.Arrays.asList(
                refusedWith == null ? "POSTED" : "REFUSED", refusedWith, number, line))
        .update();
  }

  /** Imports of which a process went down while it posted confirmed corrections. */
  List<Long> unfinished() {
    return jdbc.sql("select distinct import from intake.correction where state = 'CONFIRMED'")
        .query((r, _) -> r.getLong(1))
        .list();
  }
}
