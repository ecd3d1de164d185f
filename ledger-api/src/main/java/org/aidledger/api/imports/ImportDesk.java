package org.aidledger.api.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.json.Texts;
import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.roster.MappingChoice;
import org.aidledger.api.roster.Proposal;
import org.aidledger.api.upload.FileKeeper;
import org.aidledger.api.upload.Received;
import org.aidledger.api.upload.Upload;
import org.aidledger.api.upload.UploadedFile;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.aidledger.store.file.FileVault;
import org.aidledger.store.file.StoredFile;
import org.jspecify.annotations.Nullable;

/** Takes files in, shows what would become of them, and lets them be posted; for API and pages. */
public final class ImportDesk {

  /** Problems that an import shows by itself; the rest is in its list of refused lines. */
  private static final int FIRST_PROBLEMS = 50;

  private static final int BATCH_LENGTH = 128;

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
    Long control = control(terms.controlTotal(), currency);
    Received<StoredFile> received = upload.read(maxBytes, new Keeper());
    StoredFile stored = received.kept();
    String mapping = received.field("mapping");
    boolean begun = false;
    try {
      String named = terms.batch() == null ? received.field("batch") : terms.batch();
      ImportTerms clean = terms.withBatch(batch(named));
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

  /**
   * Confirms the corrections of a posted import, which are carried out at once.
   *
   * @throws Refused with SELF_CONFIRMATION if the actor imported the file
   */
  public void confirmCorrections(UUID id, Actor actor) {
    ImportRow row = row(id);
    String by = actor.accountId().toString();
    if (row.standing().phase() != ImportPhase.POSTED) {
      throw new ApiProblem(ApiCode.CONFIRMATION_STATE);
    }
    if (by.equals(row.choices().startedBy()) || by.equals(row.choices().postedBy())) {
      throw new Refused(RuleCode.SELF_CONFIRMATION);
    }
    if (row.file().id() == null) {
      throw new ApiProblem(ApiCode.IMPORT_FILE_GONE);
    }
    if (corrections.confirm(row.number(), by) == 0) {
      throw new ApiProblem(ApiCode.CONFIRMATION_STATE);
    }
    runner.correct(row.number());
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

  /**
   * Posts a checked import.
   *
   * @param order what is asked for; what is absent stays as it was
   * @throws ApiProblem with both figures if the control total does not match; nothing was posted
   */
  public void post(UUID id, PostingOrder order, Actor actor) {
    ImportRow row = row(id);
    String batch = batch(order.batch());
    Long control = control(order.controlTotal(), row.currency());
    String by = actor.accountId().toString();
    if (isPosted(row)) {
      return;
    }
    requireChecked(row);
    boolean other =
        (order.duplicates() != null && order.duplicates() != row.choices().duplicates())
            || (batch != null && !batch.equals(row.batchName()));
    if (other) {
      // The keys or the amounts of lines change, so everything is looked at anew before it counts.
      requireDone(
          rows.recheck(
              id,
              new ImportRows.Recheck(null, batch, order.duplicates(), control, false, by),
              clock.instant()));
    } else {
      ImportWork.refuseIfItCannotBePosted(
          (batch == null ? row : row.named(batch)).with(order.goodLinesOnly()),
          control == null ? row.choices().controlTotal() : control);
      requireDone(rows.wait(id, by, clock.instant(), batch, order.goodLinesOnly()));
    }
    runner.wake();
  }

  /** Changes how the file is read, checks it again, and remembers the change for its shape. */
  public void changeMapping(UUID id, MappingChoice choice, Actor actor) {
    ImportRow row = row(id);
    String mapping = MappingJson.of(choice);
    requireDone(
        rows.recheck(
            id, new ImportRows.Recheck(mapping, null, null, null, true, null), clock.instant()));
    Layout layout = Json.readOrNull(row.layout(), Layout.class);
    if (layout != null) {
      reader.remember(layout.fingerprint(), mapping, actor.accountId().toString());
    }
    runner.wake();
  }

  /** Ends an import; what is in the book stays there. */
  public void cancel(UUID id) {
    ImportRow row = row(id);
    if (!rows.cancel(id, clock.instant()) && row.standing().state() != ImportState.CANCELLED) {
      throw state(row);
    }
  }

  ImportRow row(UUID id) {
    return rows.one(id).orElseThrow(() -> ApiProblem.notFound("import"));
  }

  private static boolean isPosted(ImportRow row) {
    return switch (row.standing().phase()) {
      case WAITING, POSTING -> row.isRunning();
      case POSTED -> true;
      case CHECKING, CHECKED -> false;
    };
  }

  private static void requireChecked(ImportRow row) {
    if (row.file().id() == null) {
      throw new ApiProblem(ApiCode.IMPORT_FILE_GONE);
    }
    boolean rests =
        row.standing().state() == ImportState.COMPLETED
            || row.standing().state() == ImportState.FAILED;
    if (!rests || row.standing().phase() != ImportPhase.CHECKED) {
      throw state(row);
    }
  }

  private void requireDone(boolean done) {
    if (!done) {
      throw new ApiProblem(ApiCode.IMPORT_STATE);
    }
  }

  private static ApiProblem state(ImportRow row) {
    return new ApiProblem(
        ApiCode.IMPORT_STATE,
        null,
        java.util.Map.of(
            "importState", row.standing().state().name(),
            "importPhase", row.standing().phase().name()));
  }

  private static @Nullable String batch(@Nullable String given) {
    return given == null || given.isBlank() ? null : Texts.clean("batch", given, BATCH_LENGTH);
  }

  /** People copy the figure from where it stands with signs and separators. */
  private static @Nullable Long control(@Nullable String given, java.util.Currency currency) {
    if (given == null || given.isBlank()) {
      return null;
    }
    Money money = Values.amount("controlTotal", given.replaceAll("[,，￥¥\\s]", ""), currency);
    return money.minor();
  }
}
