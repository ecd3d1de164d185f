package org.aidledger.projections.writing;

import static org.aidledger.projections.writing.Journal.ciphertext;
import static org.aidledger.projections.writing.Journal.subject;

import java.util.UUID;
import org.aidledger.core.document.event.DocumentAttached;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.table.DocumentTable;

/** Lists source documents, and tells of them in the trail of the fund. */
final class DocumentWriter {

  private final Batch batch;
  private final Journal journal;

  DocumentWriter(Batch batch, Journal journal) {
    this.batch = batch;
    this.journal = journal;
  }

  void apply(RecordedEvent event, DocumentAttached attached) {
    String fundId = attached.fundId();
    batch.documents.add(
        DocumentTable.TABLE
            .row()
            .set(DocumentTable.DOCUMENT_ID, UUID.fromString(attached.documentId()))
            .set(DocumentTable.ENTRY_KIND, attached.entryKind())
            .set(DocumentTable.ENTRY_ID, UUID.fromString(attached.entryId()))
            .set(DocumentTable.FUND_ID, fundId == null ? null : UUID.fromString(fundId))
            .set(DocumentTable.FILE_ID, UUID.fromString(attached.fileId()))
            .set(DocumentTable.SHA256, attached.sha256())
            .set(DocumentTable.MEDIA_TYPE, attached.mediaType())
            .set(DocumentTable.SIZE, attached.size())
            .set(DocumentTable.NAME_SUBJECT, subject(attached.name()))
            .set(DocumentTable.NAME_SEALED, ciphertext(attached.name()))
            .set(DocumentTable.ATTACHED_BY, attached.attachedBy())
            .set(DocumentTable.ATTACHED_AT, event.recordedAt())
            .set(DocumentTable.POSITION, event.position()));
    if (fundId != null) {
      journal.write(
          event,
          Line.note(
              fundId,
              new Facts()
                  .with("documented", attached.entryKind())
                  .with("entryId", attached.entryId())
                  .with("mediaType", attached.mediaType())
                  .with("documentHash", attached.sha256())));
    }
  }
}
