package org.aidledger.projections.writing;

import static org.aidledger.projections.writing.Journal.ciphertext;
import static org.aidledger.projections.writing.Journal.subject;

import java.time.LocalDate;
import java.util.UUID;
import org.aidledger.core.fund.event.ControlTotal;
import org.aidledger.core.fund.event.DonationsPosted;
import org.aidledger.core.fund.event.EntriesPosted;
import org.aidledger.core.fund.event.FundChangeConfirmed;
import org.aidledger.core.fund.event.FundChangeProposed;
import org.aidledger.core.fund.event.FundClosed;
import org.aidledger.core.fund.event.FundEvent;
import org.aidledger.core.fund.event.FundFrozen;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.fund.event.FundPublished;
import org.aidledger.core.fund.event.FundUnfrozen;
import org.aidledger.core.fund.event.FundUnpublished;
import org.aidledger.core.fund.event.PeriodLocked;
import org.aidledger.core.fund.event.PeriodUnlocked;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.table.FundTable;
import org.aidledger.projections.table.Row;
import org.aidledger.projections.table.TrailTable;
import org.jspecify.annotations.Nullable;

/** Follows the terms and the state of funds. */
final class FundWriter {

  private final Batch batch;
  private final Journal journal;

  FundWriter(Batch batch, Journal journal) {
    this.batch = batch;
    this.journal = journal;
  }

  void apply(RecordedEvent event, FundEvent fact) {
    switch (fact) {
      case FundOpened opened -> opened(event, opened);
      case FundFrozen frozen -> {
        state(frozen, "FROZEN");
        journal.write(event, Line.note(frozen.fundId(), new Facts()).text(frozen.reason()));
      }
      case FundUnfrozen unfrozen -> {
        state(unfrozen, "OPEN");
        journal.write(event, Line.note(unfrozen.fundId(), new Facts()).text(unfrozen.reason()));
      }
      case FundPublished published -> {
        published(published, true);
        journal.write(event, Line.note(published.fundId(), new Facts()));
      }
      case FundUnpublished unpublished -> {
        published(unpublished, false);
        journal.write(event, Line.note(unpublished.fundId(), new Facts()));
      }
      case FundClosed closed -> closed(event, closed);
      case FundChangeProposed proposed -> proposed(event, proposed);
      case FundChangeConfirmed confirmed -> confirmed(event, confirmed);
      case PeriodLocked locked -> {
        lock(locked.fundId(), locked.closedThrough(), locked.lateEntries());
        period(event, locked.fundId(), locked.period(), locked.lateEntries());
      }
      case PeriodUnlocked unlocked -> {
        lock(unlocked.fundId(), unlocked.closedThrough(), unlocked.lateEntries());
        period(event, unlocked.fundId(), unlocked.period(), unlocked.lateEntries());
      }
      case DonationsPosted posted -> posted(event, posted);
      case EntriesPosted posted -> posted(event, posted);
    }
  }

  private void opened(RecordedEvent event, FundOpened opened) {
    Row fund =
        batch
            .funds
            .begin(UUID.fromString(opened.fundId()))
            .set(FundTable.OPENED_POSITION, event.position())
            .set(FundTable.ORGANISATION, opened.organisation())
            .set(FundTable.CODE, opened.code())
            .set(FundTable.NAME, opened.name())
            .set(FundTable.PURPOSE, opened.purpose())
            .set(FundTable.CURRENCY, opened.currency())
            .set(FundTable.TREATMENT, opened.treatment())
            .set(FundTable.APPROVAL_THRESHOLD, opened.approvalThreshold())
            .set(FundTable.STATE, "OPEN")
            .set(FundTable.PUBLISHED, false)
            .set(FundTable.LAST_ENTRY_NUMBER, 0L);
    FundTable.FIGURES.forEach(figure -> fund.set(figure, 0L));
    Facts facts =
        new Facts()
            .with("code", opened.code())
            .with("name", opened.name())
            .with("purpose", opened.purpose())
            .with("currency", opened.currency())
            .with("treatment", opened.treatment())
            .with("approvalThreshold", opened.approvalThreshold());
    journal.write(event, Line.note(opened.fundId(), facts));
  }

  private void closed(RecordedEvent event, FundClosed closed) {
    String successor = closed.successorFundId();
    state(closed, "CLOSED")
        .set(FundTable.SUCCESSOR_FUND_ID, successor == null ? null : UUID.fromString(successor));
    Facts facts = new Facts().with("successorFundId", successor);
    journal.write(event, Line.note(closed.fundId(), facts).text(closed.reason()));
  }

  private void proposed(RecordedEvent event, FundChangeProposed proposed) {
    batch
        .funds
        .change(UUID.fromString(proposed.fundId()))
        .set(FundTable.PENDING_CHANGE_ID, proposed.changeId())
        .set(FundTable.PENDING_PURPOSE, proposed.purpose())
        .set(FundTable.PENDING_THRESHOLD, proposed.approvalThreshold())
        .set(FundTable.PENDING_THRESHOLD_REMOVED, proposed.thresholdRemoved())
        .set(FundTable.PENDING_PROPOSED_BY, proposed.proposedBy())
        .set(FundTable.PENDING_REASON_SUBJECT, subject(proposed.reason()))
        .set(FundTable.PENDING_REASON_SEALED, ciphertext(proposed.reason()));
    Facts facts =
        new Facts()
            .with("changeId", proposed.changeId())
            .with("purpose", proposed.purpose())
            .with("approvalThreshold", proposed.approvalThreshold())
            .with("thresholdRemoved", proposed.thresholdRemoved());
    journal.write(event, Line.note(proposed.fundId(), facts).text(proposed.reason()));
  }

  private void confirmed(RecordedEvent event, FundChangeConfirmed confirmed) {
    Row fund =
        batch
            .funds
            .change(UUID.fromString(confirmed.fundId()))
            .set(FundTable.PENDING_CHANGE_ID, null)
            .set(FundTable.PENDING_PURPOSE, null)
            .set(FundTable.PENDING_THRESHOLD, null)
            .set(FundTable.PENDING_THRESHOLD_REMOVED, null)
            .set(FundTable.PENDING_PROPOSED_BY, null)
            .set(FundTable.PENDING_REASON_SUBJECT, null)
            .set(FundTable.PENDING_REASON_SEALED, null);
    if (confirmed.purpose() != null) {
      fund.set(FundTable.PURPOSE, confirmed.purpose());
    }
    if (confirmed.thresholdRemoved() || confirmed.approvalThreshold() != null) {
      fund.set(FundTable.APPROVAL_THRESHOLD, confirmed.approvalThreshold());
    }
    Facts facts =
        new Facts()
            .with("changeId", confirmed.changeId())
            .with("purpose", confirmed.purpose())
            .with("approvalThreshold", confirmed.approvalThreshold())
            .with("thresholdRemoved", confirmed.thresholdRemoved());
    journal.write(event, Line.note(confirmed.fundId(), facts));
  }

  /** A control total moves nothing here: its details on their own streams do. */
  private void posted(RecordedEvent event, ControlTotal posted) {
    Facts facts =
        new Facts()
            .with("first", posted.firstEntryNumber())
            .with("count", posted.count())
            .with("total", posted.total())
            .with("digest", posted.digest());
    journal
        .write(event, Line.note(posted.fundId(), facts))
        .set(TrailTable.MOVEMENT, posted.movement().name());
  }

  private void lock(
      String fundId, @Nullable LocalDate closedThrough, @Nullable String lateEntries) {
    batch
        .funds
        .change(UUID.fromString(fundId))
        .set(FundTable.CLOSED_THROUGH, closedThrough)
        .set(FundTable.LATE_ENTRIES, lateEntries);
  }

  private void period(
      RecordedEvent event, String fundId, String period, @Nullable String lateEntries) {
    Facts facts = new Facts().with("period", period).with("lateEntries", lateEntries);
    journal.write(event, Line.note(fundId, facts));
  }

  private void published(FundEvent fact, boolean published) {
    batch.funds.change(UUID.fromString(fact.fundId())).set(FundTable.PUBLISHED, published);
  }

  private Row state(FundEvent fact, String state) {
    return batch.funds.change(UUID.fromString(fact.fundId())).set(FundTable.STATE, state);
  }
}
