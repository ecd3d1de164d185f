package org.aidledger.core.document.command;

import java.util.UUID;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.document.DocumentId;
import org.aidledger.core.document.DocumentedKind;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Attach a source document to an entry; the file itself is kept beside the book.
 *
 * @param fundId whose trail tells of it
 * @param fileId under which the file is kept
 * @param sha256 of the file's content
 * @param size in bytes
 * @param name of the file, which may name somebody
 */
public record AttachDocument(
    @RoutingKey DocumentId documentId,
    DocumentedKind kind,
    UUID entryId,
    @Nullable FundId fundId,
    UUID fileId,
    String sha256,
    String mediaType,
    long size,
    SealedText name,
    AccountId actor) {}
