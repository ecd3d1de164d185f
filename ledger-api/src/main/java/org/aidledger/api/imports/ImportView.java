package org.aidledger.api.imports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.core.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An import as programs and pages see it; nothing in it names a person.
 *
 * @param total of the good lines of the file
 * @param batch the name under which lines without a reference of their own are known
 * @param proposedBatch what the check used while nobody has given a name
 * @param fileGone whether the file was deleted after its time; its hash stays
 * @param suspectedDuplicates lines that may be gifts under another reference
 * @param duplicateLines lines of one person and day that differ in their amounts
 * @param checks how often the file was checked; names the check when it is posted
 * @param handledBy who besides had a hand in it: chose how it is read, or had it posted
 * @param gone donations of the batch that the file does not hold any more
 */
public record ImportView(
    UUID importId,
    String fundId,
    String fileName,
    String sha256,
    long bytes,
    boolean fileGone,
    @Nullable String kind,
    @Nullable String batch,
    @Nullable String proposedBatch,
    boolean batchNeeded,
    Duplicates duplicates,
    boolean dryRun,
    long checks,
    ImportState state,
    ImportPhase phase,
    @Nullable Failure failure,
    long lines,
    long recorded,
    long alreadyRecorded,
    long refused,
    long skipped,
    long changed,
    String total,
    String currency,
    @Nullable String controlTotal,
    List<UnitView> perUnit,
    long units,
    long suspectedDuplicates,
    long duplicateLines,
    long gone,
    String goneTotal,
    ProgressView progress,
    @Nullable Layout mapping,
    List<LineView> problems,
    @Nullable UUID payoutBatchId,
    String startedBy,
    Instant startedAt,
    @Nullable String postedBy,
    List<String> handledBy,
    @Nullable Instant endedAt) {

  /** Why an import failed, in the language asked for. */
  public record Failure(String code, String message, Map<String, Object> facts) {}

  /** The good lines of one unit. */
  public record UnitView(@Nullable String unit, long lines, String total) {}

  /**
   * How far the phase is.
   *
   * @param secondsLeft absent while it cannot be told
   */
  public record ProgressView(long done, long of, long linesPerSecond, @Nullable Long secondsLeft) {}

  /** Whether this account may not confirm its corrections. */
  public boolean isOf(String account) {
    return account.equals(startedBy) || account.equals(postedBy) || handledBy.contains(account);
  }

  /** Where it stands, as one word: its phase, or how it ended before its time. */
  public String standing() {
    return switch (state) {
      case FAILED -> "FAILED";
      case CANCELLED -> "CANCELLED";
      case RUNNING, COMPLETED -> phase.name();
    };
  }

  static ImportView of(
      ImportRow row, List<LineView> problems, ProblemTexts texts, Locale language, Instant now) {
    Findings found = Json.readOrNull(row.findings(), Findings.class);
    LineCounts counts = row.counts();
    return new ImportView(
        row.id(),
        row.fundId().toString(),
        row.file().name(),
        row.file().sha256(),
        row.file().bytes(),
        row.file().id() == null,
        row.kind() == null ? null : row.kind().name(),
        row.batch(),
        row.proposedBatch(),
        found != null && found.needsBatch(),
        row.choices().duplicates(),
        row.choices().dryRun(),
        row.standing().checks(),
        row.standing().state(),
        row.standing().phase(),
        failure(row, texts, language),
        counts.lines(),
        counts.recorded(),
        counts.alreadyRecorded(),
        counts.refused(),
        counts.skipped(),
        counts.changed(),
        decimal(row, counts.total()),
        row.currency().getCurrencyCode(),
        row.choices().controlTotal() == null ? null : decimal(row, row.choices().controlTotal()),
        found == null
            ? List.of()
            : found.perUnit().stream()
                .map(u -> new UnitView(u.unit(), u.lines(), decimal(row, u.total())))
                .toList(),
        found == null ? 0 : found.units(),
        found == null ? 0 : found.suspected(),
        found == null ? 0 : found.duplicates(),
        found == null ? 0 : found.gone(),
        decimal(row, found == null ? 0 : found.goneTotal()),
        progress(row, now),
        Json.readOrNull(row.layout(), Layout.class),
        problems,
        row.standing().payoutBatchId(),
        row.choices().startedBy(),
        row.choices().startedAt(),
        row.choices().postedBy(),
        row.choices().hands(),
        row.standing().endedAt());
  }

  private static @Nullable Failure failure(ImportRow row, ProblemTexts texts, Locale language) {
    String code = row.standing().failureCode();
    if (code == null) {
      return null;
    }
    @SuppressWarnings("unchecked") // It was written from such a map.
    Map<String, Object> facts =
        row.standing().failureFacts() == null
            ? Map.of()
            : Json.read(row.standing().failureFacts(), Map.class);
    Problem problem = new Problem(HttpStatus.CONFLICT, code, null, facts);
    return new Failure(code, texts.detail(problem, language), facts);
  }

  private static ProgressView progress(ImportRow row, Instant now) {
    ImportRow.Standing at = row.standing();
    Instant until = row.isRunning() || at.endedAt() == null ? now : at.endedAt();
    long millis = Math.max(1, until.toEpochMilli() - at.phaseBeganAt().toEpochMilli());
    long perSecond = at.done() * 1_000 / millis;
    boolean known = row.isRunning() && perSecond > 0;
    return new ProgressView(
        at.done(),
        at.of(),
        perSecond,
        known ? Long.valueOf(Math.max(0, at.of() - at.done()) / perSecond) : null);
  }

  private static String decimal(ImportRow row, long minor) {
    return new Money(minor, row.currency()).toDecimal();
  }
}
