package org.aidledger.api.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.roster.Proposal;
import org.aidledger.api.upload.FileKeeper;
import org.aidledger.api.upload.Received;
import org.aidledger.api.upload.Upload;
import org.aidledger.api.upload.UploadedFile;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.aidledger.store.file.FileVault;
import org.aidledger.store.file.StoredFile;
import org.jspecify.annotations.Nullable;

/** Takes files in and shows what would become of them and what did; for API and pages. */
public final class ImportDesk {

  /** Problems that an import shows by itself; the rest is in its list of refused lines. */
  private static final int FIRST_PROBLEMS = 50;

  private final ImportRows rows;
  private final LineLists lines;
  private final FileVault vault;
  private final long maxBytes;
  private final RosterReader reader;
  private final ImportRunner runner;
  private final CorrectionRows corrections;
  private final GoneRows gone;
  private final RefusalsFile refusals;
  private final FundDirectory funds;
  private final ProblemTexts texts;
  private final Clock clock;

  ImportDesk(
      ImportRows rows,
      LineLists lines,
      FileVault vault,
      long maxBytes,
      RosterReader reader,
      ImportRunner runner,
      CorrectionRows corrections,
      GoneRows gone,
      RefusalsFile refusals,
      FundDirectory funds,
      ProblemTexts texts,
      Clock clock) {
    this.rows = rows;
    this.lines = lines;
    this.vault = vault;
    this.maxBytes = maxBytes;
    this.reader = reader;
    this.runner = runner;
    this.corrections = corrections;
    this.gone = gone;
    this.refusals = refusals;
    this.funds = funds;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * Takes a file in and begins to check it.
   *
   * @param upload with the part {@code file} and perhaps the parts {@code mapping} and {@code
   *     batch}; the latter counts where the terms name no batch
   * @throws ApiProblem if the fund is not there, or the upload or the terms are malformed
   */
  public UUID start(FundId fundId, ImportTerms terms, Upload upload, Actor actor) {
    var currency = funds.currencyOf(fundId);
    Long control = Typed.control(terms.controlTotal(), currency);
    Received<StoredFile> received = upload.read(maxBytes, new Keeper());
    StoredFile stored = received.kept();
    String mapping = received.field("mapping");
    boolean begun = false;
    try {
      String named = terms.batch() == null ? received.field("batch") : terms.batch();
      ImportTerms clean = terms.withBatch(Typed.batch(named));
      if (mapping != null) {
        var _ = reader.parse(mapping);
      }
      UUID id = UUID.randomUUID();
      rows.insert(
          new NewImport(
              id,
              fundId,
              currency,
              clean,
              new ImportRow.UploadedFile(
                  received.fileName(), stored.fileId(), stored.sha256(), stored.size()),
              mapping,
              control,
              actor.accountId(),
              clock.instant()));
      begun = true;
      runner.wake();
      return id;
    } finally {
      if (!begun) {
        vault.delete(stored.fileId());
      }
    }
  }

  /** Lets the file through into the vault as it arrives. */
  private final class Keeper implements FileKeeper<StoredFile> {

    @Override
    public StoredFile keep(UploadedFile file) throws IOException {
      return vault.store(file.content(), maxBytes);
    }

    @Override
    public void discard(StoredFile kept) {
      vault.delete(kept.fileId());
    }
  }

  /**
   * One import.
   *
   * @throws ApiProblem if there is none
   */
  public ImportView one(UUID id, Locale language) {
    ImportRow row = row(id);
    List<LineView> problems =
        lines.page(row, LineList.REFUSED, null, FIRST_PROBLEMS, language).items();
    return ImportView.of(row, problems, texts, language, clock.instant());
  }

  /** How far an import is, without its problems. */
  ImportView progress(UUID id, Locale language) {
    return ImportView.of(row(id), List.of(), texts, language, clock.instant());
  }

  /**
   * How a file is read, with its first lines in clear: for those alone who may import it.
   *
   * @throws ApiProblem if the file cannot be read at all, or was deleted
   */
  public Proposal preview(UUID id) {
    return reader.read(row(id)).proposal();
  }

  /** The corrections that a file asks for. */
  public Page<CorrectionView> corrections(
      UUID id, @Nullable Cursor after, int limit, Locale language) {
    return corrections.page(row(id), after, limit, language);
  }

  /** The donations of the batch that the file does not hold any more; none of them is reversed. */
  public Page<GoneView> gone(UUID id, @Nullable Cursor after, int limit) {
    return gone.page(row(id), after, limit);
  }

  /** The currency of an import's amounts. */
  java.util.Currency currency(UUID id) {
    return row(id).currency();
  }

  /** The bad lines of a file as a file of the same shape; in clear, for those who may import it. */
  public Download refusals(UUID id, Locale language) {
    ImportRow row = row(id);
    RosterReading reading = refusals.open(row);
    String name = row.file().name().replaceFirst("\\.[^.]*$", "");
    return new Download(name, out -> refusals.write(row, reading, language, out));
  }

  /** A file that is written while it is sent. */
  public record Download(String name, Content content) {

    /** Writes the file. */
    @FunctionalInterface
    public interface Content {
      void write(OutputStream out) throws IOException;
    }
  }

  /** The imports of one fund or of all, newest first, without their single problems. */
  public Page<ImportView> page(
      @Nullable FundId fund, @Nullable Cursor after, int limit, Locale language) {
    Page<ImportRow> found = rows.page(fund, after, limit);
    return new Page<>(
        found.items().stream()
            .map(row -> ImportView.of(row, List.of(), texts, language, clock.instant()))
            .toList(),
        found.next());
  }

  /** Lines of an import. */
  public Page<LineView> lines(
      UUID id, LineList list, @Nullable Cursor after, int limit, Locale language) {
    return lines.page(row(id), list, after, limit, language);
  }

  ImportRow row(UUID id) {
    return rows.one(id).orElseThrow(() -> ApiProblem.notFound("import"));
  }
}
