package org.aidledger.api.document;

import java.util.List;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.person.People;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.upload.Upload;
import org.aidledger.core.account.Role;
import org.aidledger.core.document.DocumentedKind;
import org.aidledger.projections.document.DocumentQueries;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Source documents at what they prove. */
@RestController
@RequestMapping("/api/v1")
class EntryDocumentsController {

  private final DocumentDesk desk;
  private final DocumentedEntries entries;
  private final DocumentQueries documents;
  private final People people;

  EntryDocumentsController(
      DocumentDesk desk, DocumentedEntries entries, DocumentQueries documents, People people) {
    this.desk = desk;
    this.entries = entries;
    this.documents = documents;
    this.people = people;
  }

  @PostMapping("/donations/{donationId}/documents")
  @RequiresRole({Role.FINANCE, Role.CASHIER})
  ResponseEntity<AttachedAnswer> attachToDonation(
      @PathVariable UUID donationId, Upload upload, Actor actor) {
    return attach(DocumentedKind.DONATION, donationId, upload, actor);
  }

  @GetMapping("/donations/{donationId}/documents")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  DocumentList ofDonation(@PathVariable UUID donationId) {
    return list(DocumentedKind.DONATION, donationId);
  }

  @PostMapping("/entries/{entryId}/documents")
  @RequiresRole({Role.FINANCE, Role.CASHIER})
  ResponseEntity<AttachedAnswer> attachToEntry(
      @PathVariable UUID entryId, Upload upload, Actor actor) {
    return attach(DocumentedKind.ENTRY, entryId, upload, actor);
  }

  @GetMapping("/entries/{entryId}/documents")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  DocumentList ofEntry(@PathVariable UUID entryId) {
    return list(DocumentedKind.ENTRY, entryId);
  }

  @PostMapping("/transfers/{transferId}/documents")
  @RequiresRole({Role.FINANCE, Role.CASHIER})
  ResponseEntity<AttachedAnswer> attachToTransfer(
      @PathVariable UUID transferId, Upload upload, Actor actor) {
    return attach(DocumentedKind.TRANSFER, transferId, upload, actor);
  }

  @GetMapping("/transfers/{transferId}/documents")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  DocumentList ofTransfer(@PathVariable UUID transferId) {
    return list(DocumentedKind.TRANSFER, transferId);
  }

  @PostMapping("/payouts/{payoutId}/documents")
  @RequiresRole({Role.FINANCE, Role.CASHIER})
  ResponseEntity<AttachedAnswer> attachToPayout(
      @PathVariable UUID payoutId, Upload upload, Actor actor) {
    return attach(DocumentedKind.PAYOUT, payoutId, upload, actor);
  }

  @GetMapping("/payouts/{payoutId}/documents")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  DocumentList ofPayout(@PathVariable UUID payoutId) {
    return list(DocumentedKind.PAYOUT, payoutId);
  }

  @PostMapping("/payout-batches/{payoutBatchId}/documents")
  @RequiresRole({Role.FINANCE, Role.CASHIER})
  ResponseEntity<AttachedAnswer> attachToPayoutBatch(
      @PathVariable UUID payoutBatchId, Upload upload, Actor actor) {
    return attach(DocumentedKind.PAYOUT_BATCH, payoutBatchId, upload, actor);
  }

  @GetMapping("/payout-batches/{payoutBatchId}/documents")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  DocumentList ofPayoutBatch(@PathVariable UUID payoutBatchId) {
    return list(DocumentedKind.PAYOUT_BATCH, payoutBatchId);
  }

  private ResponseEntity<AttachedAnswer> attach(
      DocumentedKind kind, UUID entryId, Upload upload, Actor actor) {
    DocumentDesk.Attached attached = desk.attach(kind, entryId, upload, actor.accountId());
    String id = attached.document().documentId();
    AttachedAnswer answer =
        new AttachedAnswer(
            id,
            attached.already() ? "ALREADY_ATTACHED" : "ATTACHED",
            attached.document().sha256(),
            attached.document().mediaType(),
            attached.document().size(),
            attached.position());
    return attached.already()
        ? Positioned.ok(answer, attached.position())
        : Positioned.created("/api/v1/documents/" + id, answer, attached.position());
  }

  private DocumentList list(DocumentedKind kind, UUID entryId) {
    entries.find(kind, entryId);
    return new DocumentList(
        documents.of(entryId.toString()).stream()
            .map(found -> DocumentAnswer.of(found, people))
            .toList());
  }

  /** The documents of one entry, in the order in which they were attached. */
  record DocumentList(List<DocumentAnswer> items) {}

  /**
   * What became of a document.
   *
   * @param status ATTACHED, or ALREADY_ATTACHED if the same content was there before
   */
  record AttachedAnswer(
      String documentId,
      String status,
      String sha256,
      String mediaType,
      long size,
      long position) {}
}
