package org.aidledger.api.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.imports.PayoutLines.Roster;
import org.aidledger.api.payout.PayoutDesk;
import org.aidledger.api.roster.RosterLines;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.payout.PayoutBatchId;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.payout.event.PayoutBatchRequested;
import org.aidledger.core.stream.Begun;
import org.aidledger.store.subject.SubjectVault;
import org.springframework.dao.DataAccessResourceFailureException;

/** Checks payout rosters and asks for them, each as one batch: all of its good lines or none. */
final class PayoutImport {

  private final DataSource dataSource;
  private final LineRows lines;
  private final Examination examination;
  private final ImportRows rows;
  private final PayoutDesk desk;
  private final SubjectVault vault;
  private final FundDirectory funds;

  PayoutImport(
      DataSource dataSource,
      LineRows lines,
      Examination examination,
      ImportRows rows,
      PayoutDesk desk,
      SubjectVault vault,
      FundDirectory funds) {
    this.dataSource = dataSource;
    this.lines = lines;
    this.examination = examination;
    this.rows = rows;
    this.desk = desk;
    this.vault = vault;
    this.funds = funds;
  }

  /** Reads the roster and leaves its lines and findings in the tables. */
  void check(ImportRow row, RosterReading file, Work work) {
    lines.clear(row.number());
    Roster roster = read(row, file);
    Optional<Boolean> known = desk.known(row.fundId(), batchId(row), roster.drafts());
    stage(row, roster, known.orElse(false));
    lines.analyse();
    Findings found = examination.examine(row);
    boolean taken = known.isPresent() && !known.get();
    rows.keepFindings(row.number(), found.forBatch(taken));
    examination.count(row.number(), 0);
    work.progress(roster.good().size(), roster.good().size());
  }

  /**
   * Asks for the batch; a batch that was asked for before is left as it is.
   *
   * @throws WorkStopped if it was cancelled before the batch was asked for
   */
  void post(ImportRow row, RosterReading file, Work work) {
    Roster roster = read(row, file);
    AccountId actor =
        AccountId.of(
            Objects.requireNonNullElse(row.choices().postedBy(), row.choices().startedBy()));
    requireAsChecked(row, roster);
    if (roster.good().isEmpty()) {
      return;
    }
    // From here on it is all or nothing; whoever cancelled before then gets nothing.
    work.check();
    Executed<Begun> executed =
        desk.requestAll(
            row.fundId(), Objects.requireNonNull(row.batchName()), roster.drafts(), actor);
    UUID id = UUID.fromString(((PayoutBatchRequested) executed.result().event()).batchId());
    boolean recorded =
        switch (executed.result()) {
          case Begun.New _ -> true;
          // After a crash between the append and this note it was this import that asked for it.
          case Begun.Known known -> known.first().position() > row.standing().postingFrom();
        };
    rows.requested(row.number(), id);
    lines.settleAll(row.number(), recorded ? LineStatus.RECORDED : LineStatus.ALREADY_RECORDED);
  }

  /** What people saw, and what their control total was compared with, is what is asked for. */
  private static void requireAsChecked(ImportRow row, Roster roster) {
    long total =
        roster.good().stream().mapToLong(g -> g.draft().amount().minor()).reduce(0, Math::addExact);
    if (total != row.counts().total() || roster.bad().size() != row.counts().refused()) {
      throw new IllegalStateException("a roster reads otherwise than when it was checked");
    }
  }

  private Roster read(ImportRow row, RosterReading file) {
    try (RosterLines found = file.open()) {
      return new PayoutLines(vault, Objects.requireNonNull(row.batchName())).read(found);
    }
  }

  private PayoutBatchId batchId(ImportRow row) {
    return PayoutBatchId.of(organisation(row), Objects.requireNonNull(row.batchName()));
  }

  private String organisation(ImportRow row) {
    return funds.opened(row.fundId()).organisation();
  }

  private void stage(ImportRow row, Roster roster, boolean already) {
    String organisation = organisation(row);
    try (Connection connection = dataSource.getConnection();
        LineCopy copy = new LineCopy(connection, row.number())) {
      for (var bad : roster.bad()) {
        copy.add(StagedLine.bad(bad.source().line(), bad.problems()));
      }
      for (var good : roster.good()) {
        copy.add(
            new StagedLine(
                good.line(),
                already ? LineStatus.ALREADY_RECORDED : LineStatus.NEW,
                false,
                good.draft().amount().minor(),
                null,
                null,
                good.row().unit(),
                PayoutId.of(organisation, good.draft().reference()).value(),
                null,
                null,
                null,
                null,
                null));
      }
      copy.finish();
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The lines could not be staged.", e);
    }
  }
}
