package org.aidledger.api.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.aidledger.api.admission.QueueFull;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.upload.FileKeeper;
import org.aidledger.api.upload.Received;
import org.aidledger.api.upload.Upload;
import org.aidledger.api.upload.UploadedFile;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.document.DocumentId;
import org.aidledger.core.document.DocumentedKind;
import org.aidledger.core.document.command.AttachDocument;
import org.aidledger.core.document.event.DocumentAttached;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.stream.Begun;
import org.aidledger.core.subject.SubjectId;
import org.aidledger.core.subject.command.NoteReading;
import org.aidledger.projections.document.DocumentView;
import org.aidledger.store.file.FileVault;
import org.aidledger.store.file.StoredFile;
import org.springframework.stereotype.Component;

/** Takes source documents in and gives them out. */
@Component
public final class DocumentDesk {

  /** In bytes: a phone's photograph or a scanned bill of some pages. */
  public static final long LARGEST = 10L * 1024 * 1024;

  /** What a reading of a document is called on record. */
  private static final String FIELD = "document";

  private final Ledger ledger;
  private final People people;
  private final FileVault files;
  private final DocumentedEntries entries;

  DocumentDesk(Ledger ledger, People people, FileVault files, DocumentedEntries entries) {
    this.ledger = ledger;
    this.people = people;
    this.files = files;
    this.entries = entries;
  }

  /**
   * A document at its entry.
   *
   * @param already whether the same content was attached there before
   * @param position at which it was attached first
   */
  public record Attached(DocumentAttached document, boolean already, long position) {}

  /** A document that is given out; the content is closed by whoever reads it. */
  public record Opened(InputStream content, String name, long position) {}

  /**
   * Keeps the file of an upload and attaches it.
   *
   * @throws ApiProblem if the entry is unknown, or the file is none that is accepted
   */
  public Attached attach(DocumentedKind kind, UUID entryId, Upload upload, AccountId actor) {
    DocumentedEntry entry = entries.find(kind, entryId);
    Received<Kept> received = upload.read(LARGEST, new Keeper());
    String type = received.kept().type().mediaType();
    return attach(kind, entryId, entry, received.kept().file(), type, received.fileName(), actor);
  }

  /**
   * Attaches a file that the vault has already; it is deleted if its content was attached before.
   */
  public Attached attach(
      DocumentedKind kind,
      UUID entryId,
      StoredFile file,
      String mediaType,
      String name,
      AccountId actor) {
    return attach(kind, entryId, entries.find(kind, entryId), file, mediaType, name, actor);
  }

  private Attached attach(
      DocumentedKind kind,
      UUID entryId,
      DocumentedEntry entry,
      StoredFile file,
      String mediaType,
      String name,
      AccountId actor) {
    boolean needless = false;
    try {
      AttachDocument order =
          new AttachDocument(
              DocumentId.of(entryId, file.sha256()),
              kind,
              entryId,
              entry.fundId(),
              file.fileId(),
              file.sha256(),
              mediaType,
              file.size(),
              people.text(entry.person(), name),
              actor);
      Executed<Begun> executed = ledger.execute(order, actor);
      boolean attached = executed.result() instanceof Begun.New;
      needless = !attached;
      return new Attached(
          (DocumentAttached) executed.result().event(),
          !attached,
          executed.result() instanceof Begun.Known known
              ? known.first().position()
              : executed.position());
    } catch (Refused | QueueFull refused) {
      needless = true;
      throw refused;
    } finally {
      // Of a document that was there before, the first file stays and this one goes. After any
      // other failure the book may hold the document, which would have lost its file for good.
      if (needless) {
        files.delete(file.fileId());
      }
    }
  }

  /**
   * The content of a document; that it was read is on record before this returns.
   *
   * @throws ApiProblem if the file was deleted, or the key of the person it is about is destroyed
   */
  public Opened open(DocumentView document, AccountId actor) {
    // What a slip says of a person is as much theirs as the name in the book.
    String name = people.openText(document.name()).orElseThrow(() -> ApiProblem.notFound(FIELD));
    InputStream content =
        files
            .open(UUID.fromString(document.fileId()))
            .orElseThrow(() -> ApiProblem.notFound(FIELD));
    Executed<?> noted =
        ledger.execute(
            new NoteReading(
                UUID.randomUUID().toString(),
                SubjectId.of(document.name().subjectId()),
                FIELD,
                document.entryId()),
            actor);
    return new Opened(content, name, noted.position());
  }

  private record Kept(StoredFile file, DocumentType type) {}

  private final class Keeper implements FileKeeper<Kept> {

    @Override
    public Kept keep(UploadedFile file) throws IOException {
      InputStream content = new BufferedInputStream(file.content());
      content.mark(DocumentType.HEAD);
      byte[] head = content.readNBytes(DocumentType.HEAD);
      content.reset();
      DocumentType type =
          DocumentType.of(head)
              .orElseThrow(
                  () ->
                      new ApiProblem(
                          ApiCode.FILE_TYPE_REFUSED,
                          Upload.FILE,
                          Map.of("allowed", DocumentType.all())));
      return new Kept(files.store(content, LARGEST), type);
    }

    @Override
    public void discard(Kept kept) {
      files.delete(kept.file().fileId());
    }
  }
}
