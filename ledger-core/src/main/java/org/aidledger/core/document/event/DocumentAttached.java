package org.aidledger.core.document.event;

import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A source document was attached to an entry; the file lies encrypted beside the book, its hash
 * here.
 *
 * @param fileId under which the file is kept
 * @param sha256 of the file's content, in lower-case hexadecimal digits
 * @param size in bytes
 * @param name of the file
 */
@Revision("1")
public record DocumentAttached(
    String documentId,
    String entryKind,
    String entryId,
    @Nullable String fundId,
    String fileId,
    String sha256,
    String mediaType,
    long size,
    SealedText name,
    String attachedBy) {}
