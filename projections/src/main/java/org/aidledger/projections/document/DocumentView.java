package org.aidledger.projections.document;

import java.time.Instant;
import org.aidledger.core.subject.SealedText;

/**
 * A source document as it was attached.
 *
 * @param entryKind DONATION, ENTRY, TRANSFER, PAYOUT or PAYOUT_BATCH
 * @param fileId under which the file is kept
 * @param size in bytes
 * @param name of the file, sealed
 */
public record DocumentView(
    String documentId,
    String entryKind,
    String entryId,
    String fileId,
    String sha256,
    String mediaType,
    long size,
    SealedText name,
    String attachedBy,
    Instant attachedAt,
    long position) {}
