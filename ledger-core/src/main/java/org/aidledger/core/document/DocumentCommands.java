package org.aidledger.core.document;

import org.aidledger.core.document.command.AttachDocument;
import org.aidledger.core.document.event.DocumentAttached;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.stream.Begun;
import org.aidledger.core.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;

/**
 * Carries out the orders about source documents. Each begins a stream whose id names the entry and
 * the content, so that attaching the same twice collides with the first.
 */
public final class DocumentCommands {

  private final Streams streams;

  public DocumentCommands(Streams streams) {
    this.streams = streams;
  }

  @CommandHandler
  Begun handle(AttachDocument command) {
    String id = command.documentId().toString();
    FundId fundId = command.fundId();
    return streams.beginOnce(
        "Document",
        id,
        () ->
            new DocumentAttached(
                id,
                command.kind().name(),
                command.entryId().toString(),
                fundId == null ? null : fundId.toString(),
                command.fileId().toString(),
                command.sha256(),
                command.mediaType(),
                command.size(),
                command.name(),
                command.actor().toString()));
  }
}
