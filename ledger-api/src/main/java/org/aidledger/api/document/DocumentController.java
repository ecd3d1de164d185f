package org.aidledger.api.document;

import java.nio.charset.StandardCharsets;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.document.DocumentId;
import org.aidledger.projections.document.DocumentQueries;
import org.aidledger.projections.document.DocumentView;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The content of source documents. */
@RestController
class DocumentController {

  private final DocumentDesk desk;
  private final DocumentQueries documents;

  DocumentController(DocumentDesk desk, DocumentQueries documents) {
    this.desk = desk;
    this.documents = documents;
  }

  /** The file, to be saved and never shown in the page's place; the reading is on record before. */
  @GetMapping("/api/v1/documents/{documentId}")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  ResponseEntity<Resource> content(@PathVariable DocumentId documentId, Actor actor) {
    DocumentView document =
        documents.one(documentId.toString()).orElseThrow(() -> ApiProblem.notFound("document"));
    DocumentDesk.Opened opened = desk.open(document, actor.accountId());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(document.mediaType()))
        .contentLength(document.size())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(opened.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(Positioned.HEADER, Long.toString(opened.position()))
        .body(new InputStreamResource(opened.content()));
  }
}
