package org.aidledger.projections.writing;

import static org.aidledger.projections.writing.Journal.ciphertext;
import static org.aidledger.projections.writing.Journal.subject;

import java.util.UUID;
import org.aidledger.core.refusal.event.CommandRefused;
import org.aidledger.core.subject.event.KeyDestroyed;
import org.aidledger.core.subject.event.KeyDestructionRequested;
import org.aidledger.core.subject.event.PersonalDataRead;
import org.aidledger.projections.Json;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.table.DataAccessTable;
import org.aidledger.projections.table.KeyDestructionTable;
import org.aidledger.projections.table.RefusalTable;
import org.aidledger.projections.table.Row;

/** Lists what auditors look for beside the money: refusals, readings and destroyed keys. */
final class AuditWriter {

  private final Batch batch;

  AuditWriter(Batch batch) {
    this.batch = batch;
  }

  void apply(RecordedEvent event, CommandRefused refused) {
    batch.refusals.add(
        RefusalTable.TABLE
            .row()
            .set(RefusalTable.POSITION, event.position())
            .set(RefusalTable.REFUSAL_ID, refused.refusalId())
            .set(RefusalTable.RECORDED_AT, event.recordedAt())
            .set(RefusalTable.ACTOR, event.actor())
            .set(RefusalTable.COMMAND, refused.command())
            .set(RefusalTable.CODE, refused.code())
            .set(RefusalTable.FUND_ID, refused.fundId())
            .set(RefusalTable.SUBJECT_OF_COMMAND, refused.subjectOfCommand())
            .set(RefusalTable.FACTS, Json.text(refused.facts())));
  }

  void apply(RecordedEvent event, PersonalDataRead read) {
    batch.dataAccesses.add(
        DataAccessTable.TABLE
            .row()
            .set(DataAccessTable.POSITION, event.position())
            .set(DataAccessTable.ACCESS_ID, read.accessId())
            .set(DataAccessTable.RECORDED_AT, event.recordedAt())
            .set(DataAccessTable.ACTOR, event.actor())
            .set(DataAccessTable.SUBJECT_ID, UUID.fromString(read.subjectId()))
            .set(DataAccessTable.FIELD, read.field())
            .set(DataAccessTable.CONTEXT, read.context()));
  }

  void apply(RecordedEvent event, KeyDestructionRequested requested) {
    destruction(event, requested.subjectId())
        .set(KeyDestructionTable.STATE, "REQUESTED")
        .set(KeyDestructionTable.REASON_SUBJECT, subject(requested.reason()))
        .set(KeyDestructionTable.REASON_SEALED, ciphertext(requested.reason()))
        .set(KeyDestructionTable.REQUESTED_BY, requested.requestedBy())
        .set(KeyDestructionTable.REQUESTED_AT, event.recordedAt());
  }

  void apply(RecordedEvent event, KeyDestroyed destroyed) {
    destruction(event, destroyed.subjectId())
        .set(KeyDestructionTable.STATE, "DESTROYED")
        .set(KeyDestructionTable.REQUESTED_BY, destroyed.requestedBy())
        .set(KeyDestructionTable.CONFIRMED_BY, destroyed.confirmedBy())
        .set(KeyDestructionTable.DESTROYED_AT, event.recordedAt());
  }

  private Row destruction(RecordedEvent event, String subjectId) {
    UUID subject = UUID.fromString(subjectId);
    Row row =
        batch.keyDestructions.find(subject) == null
            ? batch
                .keyDestructions
                .begin(subject)
                .set(KeyDestructionTable.FIRST_POSITION, event.position())
            : batch.keyDestructions.change(subject);
    return row.set(KeyDestructionTable.LAST_POSITION, event.position());
  }
}
