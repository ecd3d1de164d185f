package org.aidledger.api.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.roster.RosterKind;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.store.subject.SubjectVault;
import org.jspecify.annotations.Nullable;

/** Carries one import from wherever it stands to the next rest. */
final class ImportWork {

  /** Before it is asked again whether the fund is free. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** What a bank's answer to a payment file says belongs to its batch, which takes it. */
  private static final Map<String, Object> NO_RESULTS =
      Map.of(
          "allowed",
          List.of(
              RosterKind.DONATIONS.name(),
              RosterKind.BANK_STATEMENT.name(),
              RosterKind.PAYOUTS.name()));

  private final ImportRows rows;
  private final RosterReader reader;
  private final Check check;
  private final Posting posting;
  private final Examination examination;
  private final PayoutImport payouts;
  private final SubjectVault vault;
  private final FundDirectory funds;
  private final BookPositions positions;
  private final Clock clock;

  ImportWork(
      ImportRows rows,
      RosterReader reader,
      Check check,
      Posting posting,
      Examination examination,
      PayoutImport payouts,
      SubjectVault vault,
      FundDirectory funds,
      BookPositions positions,
      Clock clock) {
    this.rows = rows;
    this.reader = reader;
    this.check = check;
    this.posting = posting;
    this.examination = examination;
    this.payouts = payouts;
    this.vault = vault;
    this.funds = funds;
    this.positions = positions;
    this.clock = clock;
  }

  /**
   * Works until the import rests.
   *
   * @throws ApiProblem if the file or what was asked for stands against it
   * @throws WorkStopped if the work is to end here
   */
  void run(ImportRow row, Work work) {
    switch (row.standing().phase()) {
      case CHECKING -> check(row, work);
      case WAITING -> {
        work.check();
        if (rows.beginPosting(row.number(), clock.instant(), positions.head())) {
          post(again(row), work);
        } else {
          work.putOff(PAUSE);
        }
      }
      case POSTING -> post(row, work);
      case CHECKED, POSTED -> {}
    }
  }

  private void check(ImportRow row, Work work) {
    RosterReading file = reader.read(row);
    rows.keepLayout(row.number(), file, file.layout().batchFor(row.file().name()));
    file.obstacle()
        .ifPresent(
            found -> {
              throw new ApiProblem(found.problem());
            });
    ImportRow named = again(row);
    switch (file.layout().kind()) {
      case DONATIONS, BANK_STATEMENT -> check.run(named, file, keys(named), work);
      case PAYOUTS -> payouts.check(named, file, work);
      case BANK_RESULT -> throw new ApiProblem(ApiCode.VALUE_NOT_ALLOWED, "kind", NO_RESULTS);
    }
    work.check();
    ImportRow checked = again(row);
    if (row.choices().dryRun()) {
      rows.end(
          row.number(), work.owner(), ImportState.COMPLETED, ImportPhase.CHECKED, clock.instant());
      return;
    }
    try {
      refuseIfItCannotBePosted(checked, checked.choices().controlTotal());
    } catch (ApiProblem | Refused refused) {
      // The check itself stands and can be posted once this is put right.
      rows.phase(row.number(), ImportPhase.CHECKED, clock.instant());
      throw refused;
    }
    String by = row.choices().postedBy();
    rows.waitAfterCheck(
        row.number(), work.owner(), by == null ? row.choices().startedBy() : by, clock.instant());
    run(again(row), work);
  }

  /**
   * What stands against the posting of a checked import.
   *
   * @throws ApiProblem naming it
   */
  static void refuseIfItCannotBePosted(ImportRow checked, @Nullable Long controlTotal) {
    Findings findings = Json.read(Objects.requireNonNull(checked.findings()), Findings.class);
    if (findings.needsBatch() && checked.batch() == null) {
      throw new ApiProblem(
          ApiCode.BATCH_MISSING,
          "batch",
          Map.of("proposed", Objects.requireNonNullElse(checked.proposedBatch(), "")));
    }
    if (findings.batchTaken()) {
      throw new Refused(
          RuleCode.REFERENCE_CONFLICT,
          Map.of("reference", Objects.requireNonNullElse(checked.batchName(), "")));
    }
    if (checked.kind() == RosterKind.PAYOUTS
        && checked.counts().refused() > 0
        && !checked.choices().goodLinesOnly()) {
      throw new ApiProblem(
          ApiCode.BAD_LINES, "goodLinesOnly", Map.of("refused", checked.counts().refused()));
    }
    refuseOtherTotal(checked, controlTotal);
  }

  /**
   * Holds what a person typed in from their own papers against what was found.
   *
   * @throws ApiProblem with both figures
   */
  static void refuseOtherTotal(ImportRow checked, @Nullable Long controlTotal) {
    if (controlTotal != null && controlTotal != checked.counts().total()) {
      Map<String, Object> facts = new TreeMap<>();
      facts.put("given", new Money(controlTotal, checked.currency()).toDecimal());
      facts.put("found", new Money(checked.counts().total(), checked.currency()).toDecimal());
      throw new ApiProblem(ApiCode.CONTROL_TOTAL_MISMATCH, "controlTotal", facts);
    }
  }

  private void post(ImportRow row, Work work) {
    RosterReading file = reader.read(row);
    if (row.kind() == RosterKind.PAYOUTS) {
      payouts.post(row, file, work);
    } else {
      posting.run(row, file, new Drafts(keys(row), row.file().sha256()), work);
    }
    count(row.number());
    rows.end(
        row.number(), work.owner(), ImportState.COMPLETED, ImportPhase.POSTED, clock.instant());
  }

  /** Brings the figures in line with the lines, wherever the posting ended. */
  void count(long number) {
    int postedTo = rows.numbered(number).standing().postedTo();
    examination.settleParts(number, postedTo);
    examination.count(number, postedTo);
  }

  private LineKeys keys(ImportRow row) {
    return new LineKeys(vault, funds.opened(row.fundId()).organisation(), row.batchName());
  }

  private ImportRow again(ImportRow row) {
    return rows.numbered(row.number());
  }
}
