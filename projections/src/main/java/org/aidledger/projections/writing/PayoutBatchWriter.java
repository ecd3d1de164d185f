package org.aidledger.projections.writing;

import static org.aidledger.projections.writing.Journal.ciphertext;
import static org.aidledger.projections.writing.Journal.subject;

import java.util.UUID;
import org.aidledger.core.payout.event.PayoutBatchApproved;
import org.aidledger.core.payout.event.PayoutBatchEvent;
import org.aidledger.core.payout.event.PayoutBatchRejected;
import org.aidledger.core.payout.event.PayoutBatchRequested;
import org.aidledger.projections.Json;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.table.PayoutBatchTable;
import org.aidledger.projections.table.Row;

/** Follows batches of payouts; their payouts follow their own events. */
final class PayoutBatchWriter {

  private final Batch batch;
  private final Journal journal;

  PayoutBatchWriter(Batch batch, Journal journal) {
    this.batch = batch;
    this.journal = journal;
  }

  void apply(RecordedEvent event, PayoutBatchEvent fact) {
    switch (fact) {
      case PayoutBatchRequested requested -> requested(event, requested);
      case PayoutBatchApproved approved -> approved(event, approved);
      case PayoutBatchRejected rejected -> rejected(event, rejected);
    }
  }

  private void requested(RecordedEvent event, PayoutBatchRequested requested) {
    batch
        .payoutBatches
        .begin(UUID.fromString(requested.batchId()))
        .set(PayoutBatchTable.FUND_ID, UUID.fromString(requested.fundId()))
        .set(PayoutBatchTable.ORGANISATION, requested.organisation())
        .set(PayoutBatchTable.REFERENCE, requested.reference())
        .set(PayoutBatchTable.STATE, "REQUESTED")
        .set(PayoutBatchTable.COUNT, requested.count())
        .set(PayoutBatchTable.TOTAL, requested.total())
        .set(PayoutBatchTable.REQUESTED_BY, requested.requestedBy())
        .set(PayoutBatchTable.REQUESTED_AT, event.recordedAt())
        .set(PayoutBatchTable.APPROVALS, "[]")
        .set(PayoutBatchTable.FIRST_POSITION, event.position())
        .set(PayoutBatchTable.LAST_POSITION, event.position());
    Facts facts =
        new Facts()
            .with("reference", requested.reference())
            .with("count", requested.count())
            .with("total", requested.total());
    journal.write(event, Line.note(requested.fundId(), facts));
  }

  private void approved(RecordedEvent event, PayoutBatchApproved approved) {
    Row row = change(event, approved);
    row.set(
        PayoutBatchTable.APPROVALS,
        Json.append(
            row.need(PayoutBatchTable.APPROVALS),
            PayoutWriter.approval(event, approved.approvedBy())));
    if (approved.complete()) {
      row.set(PayoutBatchTable.STATE, "APPROVED");
    }
    Facts facts =
        facts(row).with("approvals", approved.approvals()).with("complete", approved.complete());
    journal.write(event, Line.note(approved.fundId(), facts));
  }

  private void rejected(RecordedEvent event, PayoutBatchRejected rejected) {
    Row row =
        change(event, rejected)
            .set(PayoutBatchTable.STATE, "REJECTED")
            .set(PayoutBatchTable.REASON_SUBJECT, subject(rejected.reason()))
            .set(PayoutBatchTable.REASON_SEALED, ciphertext(rejected.reason()));
    journal.write(event, Line.note(rejected.fundId(), facts(row)).text(rejected.reason()));
  }

  private Row change(RecordedEvent event, PayoutBatchEvent fact) {
    return batch
        .payoutBatches
        .change(UUID.fromString(fact.batchId()))
        .set(PayoutBatchTable.LAST_POSITION, event.position());
  }

  private static Facts facts(Row row) {
    return new Facts()
        .with("reference", row.get(PayoutBatchTable.REFERENCE))
        .with("count", row.get(PayoutBatchTable.COUNT))
        .with("total", row.get(PayoutBatchTable.TOTAL));
  }
}
