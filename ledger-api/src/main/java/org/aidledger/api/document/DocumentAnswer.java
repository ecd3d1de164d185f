package org.aidledger.api.document;

import java.time.Instant;
import org.aidledger.api.person.People;
import org.aidledger.projections.document.DocumentView;
import org.jspecify.annotations.Nullable;

/**
 * A source document as clients see it.
 *
 * @param name of the file, absent once the person's key is destroyed
 * @param size in bytes
 */
record DocumentAnswer(
    String documentId,
    String entryKind,
    String entryId,
    @Nullable String name,
    String sha256,
    String mediaType,
    long size,
    String attachedBy,
    Instant attachedAt,
    long position) {

  static DocumentAnswer of(DocumentView found, People people) {
    return new DocumentAnswer(
        found.documentId(),
        found.entryKind(),
        found.entryId(),
        people.openText(found.name()).orElse(null),
        found.sha256(),
        found.mediaType(),
        found.size(),
        found.attachedBy(),
        found.attachedAt(),
        found.position());
  }
}
