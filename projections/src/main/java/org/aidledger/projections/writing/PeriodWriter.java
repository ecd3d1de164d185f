package org.aidledger.projections.writing;

import static org.aidledger.projections.writing.Journal.ciphertext;
import static org.aidledger.projections.writing.Journal.subject;

import org.aidledger.core.period.event.ClosingStatements;
import org.aidledger.core.period.event.FundListed;
import org.aidledger.core.period.event.PeriodClosed;
import org.aidledger.core.period.event.PeriodClosingProposed;
import org.aidledger.core.period.event.PeriodEvent;
import org.aidledger.core.period.event.PeriodReopened;
import org.aidledger.core.period.event.PeriodReopeningProposed;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.table.PeriodStepTable;
import org.aidledger.projections.table.Row;
import org.jspecify.annotations.Nullable;

/** Lists the steps by which periods are closed and reopened. */
final class PeriodWriter {

  private final Batch batch;

  PeriodWriter(Batch batch) {
    this.batch = batch;
  }

  void apply(RecordedEvent event, PeriodEvent fact) {
    switch (fact) {
      case PeriodClosingProposed e -> {
        Facts open = new Facts();
        e.openItems().forEach(open::with);
        step(event, e, e.period(), e.proposalId(), e.proposedBy())
            .set(PeriodStepTable.LATE_ENTRIES, e.lateEntries())
            .set(PeriodStepTable.OPEN_ITEMS, open.json());
      }
      case PeriodClosed e ->
          step(event, e, e.period(), e.proposalId(), e.confirmedBy())
              .set(PeriodStepTable.LATE_ENTRIES, e.lateEntries())
              .set(PeriodStepTable.CLOSED_THROUGH, e.closedThrough())
              .set(PeriodStepTable.FUNDS, e.funds())
              .set(PeriodStepTable.STATEMENTS, statements(e.statements()));
      case PeriodReopeningProposed e ->
          step(event, e, e.period(), e.proposalId(), e.proposedBy())
              .set(PeriodStepTable.REASON_SUBJECT, subject(e.reason()))
              .set(PeriodStepTable.REASON_SEALED, ciphertext(e.reason()));
      case PeriodReopened e ->
          step(event, e, e.period(), e.proposalId(), e.confirmedBy())
              .set(PeriodStepTable.CLOSED_THROUGH, e.closedThrough())
              .set(PeriodStepTable.FUNDS, e.funds());
      case FundListed _ -> {
        // The fund's own stream says that it was opened.
      }
    }
  }

  private static @Nullable String statements(@Nullable ClosingStatements statements) {
    if (statements == null) {
      return null;
    }
    Facts facts =
        new Facts()
            .with("form", statements.form())
            .with("origin", statements.origin())
            .with("size", statements.size())
            .with("rootHash", statements.rootHash())
            .with("zone", statements.zone());
    statements.sha256().forEach((name, hash) -> facts.with("sha256." + name, hash));
    return facts.json();
  }

  private Row step(
      RecordedEvent event, PeriodEvent fact, String period, String proposalId, String actor) {
    Row row =
        PeriodStepTable.TABLE
            .row()
            .set(PeriodStepTable.POSITION, event.position())
            .set(PeriodStepTable.RECORDED_AT, event.recordedAt())
            .set(PeriodStepTable.ORGANISATION, fact.organisation())
            .set(PeriodStepTable.TYPE, fact.getClass().getSimpleName())
            .set(PeriodStepTable.PERIOD, period)
            .set(PeriodStepTable.PROPOSAL_ID, proposalId)
            .set(PeriodStepTable.ACTOR, actor)
            .set(PeriodStepTable.OPEN_ITEMS, new Facts().json());
    batch.periodSteps.add(row);
    return row;
  }
}
