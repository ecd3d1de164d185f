package org.aidledger.api.imports;

import static org.aidledger.projections.query.Fields.numberOrNull;
import static org.aidledger.projections.query.Fields.text;
import static org.aidledger.projections.query.Fields.textOrNull;
import static org.aidledger.projections.query.Fields.time;
import static org.aidledger.projections.query.Fields.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.aidledger.api.roster.RosterKind;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.fund.FundId;

/** Reads an import out of its row. */
final class ImportRowMapper {

  private ImportRowMapper() {}

  static ImportRow row(ResultSet row, int number) throws SQLException {
    String channel = textOrNull(row, "channel");
    String kind = textOrNull(row, "kind");
    return new ImportRow(
        row.getObject("import_id", UUID.class),
        row.getLong("number"),
        FundId.of(text(row, "fund_id")),
        Currency.getInstance(text(row, "currency")),
        kind == null ? null : RosterKind.valueOf(kind),
        textOrNull(row, "batch"),
        textOrNull(row, "proposed_batch"),
        channel == null ? null : Channel.valueOf(channel),
        new ImportRow.UploadedFile(
            text(row, "file_name"),
            row.getObject("file_id", UUID.class),
            text(row, "sha256"),
            row.getLong("bytes")),
        choices(row),
        textOrNull(row, "mapping"),
        textOrNull(row, "layout"),
        textOrNull(row, "findings"),
        standing(row),
        new LineCounts(
            row.getLong("lines"),
            row.getLong("total"),
            row.getLong("recorded"),
            row.getLong("already_recorded"),
            row.getLong("refused"),
            row.getLong("skipped"),
            row.getLong("changed")));
  }

  private static ImportRow.Choices choices(ResultSet row) throws SQLException {
    return new ImportRow.Choices(
        numberOrNull(row, "control_total"),
        Duplicates.valueOf(text(row, "duplicates")),
        row.getBoolean("good_lines_only"),
        row.getBoolean("dry_run"),
        text(row, "started_by"),
        time(row, "started_at"),
        textOrNull(row, "posted_by"),
        List.of((String[]) row.getArray("hands").getArray()));
  }

  private static ImportRow.Standing standing(ResultSet row) throws SQLException {
    return new ImportRow.Standing(
        ImportState.valueOf(text(row, "state")),
        ImportPhase.valueOf(text(row, "phase")),
        row.getLong("checks"),
        time(row, "phase_began_at"),
        timeOrNull(row, "ended_at"),
        textOrNull(row, "failure_code"),
        textOrNull(row, "failure_facts"),
        row.getLong("done"),
        row.getLong("of"),
        row.getInt("posted_to"),
        row.getLong("posting_from"),
        row.getObject("payout_batch_id", UUID.class));
  }
}
