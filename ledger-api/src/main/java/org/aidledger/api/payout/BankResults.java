package org.aidledger.api.payout;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.api.admission.Admission;
import org.aidledger.api.admission.QueueFull;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.document.DocumentDesk;
import org.aidledger.api.export.Rows;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.roster.MappingChoice;
import org.aidledger.api.roster.Proposal;
import org.aidledger.api.roster.RosterDefaults;
import org.aidledger.api.roster.RosterKind;
import org.aidledger.api.roster.RosterLine;
import org.aidledger.api.roster.RosterLines;
import org.aidledger.api.roster.RosterSettings;
import org.aidledger.api.roster.Rosters;
import org.aidledger.api.sheet.SheetFormat;
import org.aidledger.api.sheet.SheetSource;
import org.aidledger.api.upload.FileKeeper;
import org.aidledger.api.upload.Received;
import org.aidledger.api.upload.Upload;
import org.aidledger.api.upload.UploadedFile;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.document.DocumentedKind;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.payout.PayoutBatchId;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.payout.PayoutBatchQueries;
import org.aidledger.projections.payout.PayoutBatchView;
import org.aidledger.projections.payout.PayoutFilter;
import org.aidledger.projections.payout.PayoutQueries;
import org.aidledger.projections.payout.PayoutView;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.store.file.FileVault;
import org.aidledger.store.file.StoredFile;
import org.springframework.stereotype.Component;

/**
 * The bank's answer to a payment file: settles its lines one by one and stays as a source document
 * at its batch, by which the same file is known when it comes again.
 */
@Component
public final class BankResults {

  /** In bytes; a batch of 5,000 lines has a tenth of it. */
  private static final long LARGEST = 5L * 1024 * 1024;

  /** Lines of one file, as many as two answers about each payout of the largest batch. */
  private static final int MOST_LINES = 10_000;

  private static final Duration CATCH_UP = Duration.ofSeconds(30);

  private final PayoutBatchQueries batches;
  private final PayoutQueries payouts;
  private final FundDirectory funds;
  private final BusinessCalendar calendar;
  private final FileVault files;
  private final DocumentDesk documents;
  private final BookPositions positions;
  private final ReadPosition reading;
  private final Settlement settlement;
  private final Admission admission;

  BankResults(
      PayoutBatchQueries batches,
      PayoutQueries payouts,
      FundDirectory funds,
      BusinessCalendar calendar,
      FileVault files,
      DocumentDesk documents,
      Settlement settlement,
      BookPositions positions,
      ReadPosition reading,
      Admission admission) {
    this.admission = admission;
    this.positions = positions;
    this.reading = reading;
    this.batches = batches;
    this.payouts = payouts;
    this.funds = funds;
    this.calendar = calendar;
    this.files = files;
    this.documents = documents;
    this.settlement = settlement;
  }

  /**
   * Reads the whole file first, so that a file that cannot be read settles nothing; then settles
   * each line by an order of its own.
   *
   * @throws ApiProblem if the batch is unknown, or the file is no list of results
   */
  public SettledFile settle(PayoutBatchId batchId, Upload upload, AccountId actor) {
    PayoutBatchView batch =
        batches.one(batchId.toString()).orElseThrow(() -> ApiProblem.notFound("payoutBatch"));
    Received<StoredFile> received = upload.read(LARGEST, new Keeper());
    StoredFile file = received.kept();
    Proposal proposal;
    List<RosterLine> lines;
    boolean readable = false;
    try {
      SheetSource source = () -> files.open(file.fileId()).orElseThrow();
      proposal = propose(source);
      lines = read(source, proposal, batch);
      readable = true;
    } finally {
      if (!readable) {
        files.delete(file.fileId());
      }
    }
    try {
      // The file is let in as a whole: its orders follow one another, and none is turned away.
      return admission.within(
          1, () -> settle(batch, received, mediaType(proposal.format()), lines, actor));
    } catch (QueueFull full) {
      files.delete(file.fileId());
      throw full;
    }
  }

  private SettledFile settle(
      PayoutBatchView batch,
      Received<StoredFile> received,
      String mediaType,
      List<RosterLine> lines,
      AccountId actor) {
    DocumentDesk.Attached attached =
        documents.attach(
            DocumentedKind.PAYOUT_BATCH,
            PayoutBatchId.of(batch.batchId()).value(),
            received.kept(),
            mediaType,
            received.fileName(),
            actor);
    Settlement.Context context =
        new Settlement.Context(payoutsOf(batch), attached.already(), attached.position(), actor);
    List<SettledLine> settled = new ArrayList<>(lines.size());
    lines.forEach(line -> settlement.settle(line, context).ifPresent(settled::add));
    return SettledFile.of(settled, Math.max(context.position(), attached.position()));
  }

  private static Proposal propose(SheetSource source) {
    Proposal proposal =
        Rosters.propose(
            source, new MappingChoice(RosterKind.BANK_RESULT, null, Map.of(), RosterDefaults.NONE));
    if (!proposal.ready()) {
      throw new ApiProblem(proposal.problems().getFirst());
    }
    return proposal;
  }

  private List<RosterLine> read(SheetSource source, Proposal proposal, PayoutBatchView batch) {
    RosterSettings settings =
        new RosterSettings(funds.currencyOf(FundId.of(batch.fundId())), calendar.today());
    List<RosterLine> lines = new ArrayList<>();
    try (RosterLines open = Rosters.open(source, proposal.mapping(), settings)) {
      for (RosterLine line = open.next(); line != null; line = open.next()) {
        if (lines.size() == MOST_LINES) {
          throw new ApiProblem(ApiCode.FILE_TOO_MANY_LINES, Upload.FILE, Map.of("max", MOST_LINES));
        }
        lines.add(line);
      }
    }
    return lines;
  }

  private Map<String, PayoutView> payoutsOf(PayoutBatchView batch) {
    // A payout that was paid a moment ago must not be taken for one that waits.
    reading.await(positions.head(), CATCH_UP);
    Map<String, PayoutView> found = new HashMap<>();
    Rows.<PayoutView>paged(
            after ->
                payouts.list(
                    PayoutFilter.ofBatch(batch.batchId()), Order.OLDEST_FIRST, after, Page.MAX))
        .forEach(payout -> found.put(payout.payoutId(), payout));
    return found;
  }

  private static String mediaType(SheetFormat format) {
    return switch (format.kind()) {
      case CSV -> "text/csv";
      case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    };
  }

  private final class Keeper implements FileKeeper<StoredFile> {

    @Override
    public StoredFile keep(UploadedFile file) throws IOException {
      return files.store(file.content(), LARGEST);
    }

    @Override
    public void discard(StoredFile kept) {
      files.delete(kept.fileId());
    }
  }
}
