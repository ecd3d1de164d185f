package org.aidledger.api.imports;

import static org.aidledger.projections.query.Fields.text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.sql.DataSource;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.json.Shape;
import org.aidledger.api.roster.MappingChoice;
import org.aidledger.api.roster.MappingForm;
import org.aidledger.api.roster.Proposal;
import org.aidledger.api.roster.RosterDefaults;
import org.aidledger.api.roster.RosterSettings;
import org.aidledger.api.roster.Rosters;
import org.aidledger.store.file.FileVault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens uploaded files by the mapping that was asked for, else the remembered, else the found. */
final class RosterReader {

  private final JdbcClient jdbc;
  private final FileVault vault;
  private final BusinessCalendar calendar;

  RosterReader(DataSource dataSource, FileVault vault, BusinessCalendar calendar) {
    this.jdbc = JdbcClient.create(dataSource);
    this.vault = vault;
    this.calendar = calendar;
  }

  /**
   * Looks at the head of the file. A mapping that is remembered counts only while the file is
   * checked: what was checked is read in the same way for ever after, whoever changes what is
   * remembered meanwhile.
   *
   * @throws org.aidledger.api.problem.ApiProblem if it cannot be read at all, or was deleted
   */
  RosterReading read(ImportRow row) {
    RosterFile file = new RosterFile(vault, row.file().id());
    String asked = row.mapping();
    String used = asked;
    Remembered remembered = null;
    Proposal proposal = Rosters.propose(file, choice(row, asked));
    if (asked == null && row.standing().phase() == ImportPhase.CHECKING) {
      remembered = remembered(proposal.fingerprint()).orElse(null);
      if (remembered != null) {
        used = remembered.mapping();
        proposal = Rosters.propose(file, choice(row, used));
      }
    }
    return new RosterReading(
        file,
        proposal,
        Layout.of(proposal, remembered != null),
        used,
        remembered == null ? null : remembered.by(),
        new RosterSettings(row.currency(), calendar.today()));
  }

  /**
   * Reads a mapping that a person sent.
   *
   * @throws org.aidledger.api.problem.ApiProblem if it is none
   */
  MappingChoice parse(String json) {
    return Shape.of(json.getBytes(StandardCharsets.UTF_8), calendar.today())
        .read(MappingForm::read);
  }

  /** Keeps a mapping for the next file of the same shape. */
  void remember(String fingerprint, String mapping, String by) {
    jdbc.sql(
            """
            insert into intake.mapping (shape, mapping, changed_by, changed_at)
            values (?, ?, ?, now())
            on conflict (shape) do update set mapping = excluded.mapping,
              changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """)
        .params(fingerprint, mapping, by)
        .update();
  }

  private record Remembered(String mapping, String by) {}

  private Optional<Remembered> remembered(String fingerprint) {
    return jdbc.sql("select mapping, changed_by from intake.mapping where shape = ?")
        .param(fingerprint)
        .query((r, _) -> new Remembered(text(r, "mapping"), text(r, "changed_by")))
        .optional();
  }

  private MappingChoice choice(ImportRow row, @Nullable String json) {
    MappingChoice chosen = json == null ? MappingChoice.NONE : parse(json);
    RosterDefaults defaults = chosen.defaults();
    return new MappingChoice(
        chosen.kind() == null ? row.kind() : chosen.kind(),
        chosen.headerLine(),
        chosen.columns(),
        new RosterDefaults(
            defaults.channel() == null ? row.channel() : defaults.channel(),
            defaults.day(),
            defaults.unit(),
            defaults.purpose()));
  }
}
