package org.aidledger.api.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.api.web.text.References;
import org.aidledger.core.money.Money;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Fields;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code intake.gone}, with what the book says of these donations now. */
final class GoneRows {

  private final JdbcClient jdbc;

  GoneRows(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  private record Placed(GoneView view, long position) {}

  /** The donations in the order in which they were recorded. */
  Page<GoneView> page(ImportRow row, @Nullable Cursor after, int limit) {
    List<Placed> found =
        jdbc.sql(
                """
                select d.* from intake.gone g join live.donation d on d.donation_id = g.donation_id
                where g.import = ? and d.first_position > ?
                order by d.first_position limit %d
                """
                    .formatted(Page.limit(limit) + 1))
            .params(row.number(), after == null ? -1 : after.position())
            .query(GoneRows::placed)
            .list();
    Page<Placed> page = Page.of(found, limit, placed -> new Cursor(placed.position(), 0));
    return new Page<>(page.items().stream().map(Placed::view).toList(), page.next());
  }

  private static Placed placed(ResultSet row, int number) throws SQLException {
    String reference = Fields.text(row, "reference");
    return new Placed(
        new GoneView(
            Fields.text(row, "donation_id"),
            References.isDigest(reference) ? null : reference,
            Money.of(row.getLong("amount"), Fields.text(row, "currency")).toDecimal(),
            Fields.day(row, "received_on"),
            Fields.textOrNull(row, "donor_organisation"),
            row.getLong("entry_number"),
            Fields.text(row, "status")),
        row.getLong("first_position"));
  }
}
