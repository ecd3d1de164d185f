package org.aidledger.api.imports;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.aidledger.api.roster.RosterKind;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.fund.FundId;
import org.jspecify.annotations.Nullable;

/**
 * One import as it stands.
 *
 * @param number grows with every import; its lines are kept under it
 * @param kind absent until the file was looked at, unless it was asked for
 * @param batch the name under which lines without a reference of their own are known
 * @param proposedBatch what the check used while nobody has given a name
 * @param channel of lines that name none
 * @param mapping JSON of the mapping that was asked for, absent for the one that was found
 * @param layout JSON of how the columns were read
 * @param findings JSON of what the check found beyond the figures
 */
record ImportRow(
    UUID id,
    long number,
    FundId fundId,
    Currency currency,
    @Nullable RosterKind kind,
    @Nullable String batch,
    @Nullable String proposedBatch,
    @Nullable Channel channel,
    UploadedFile file,
    Choices choices,
    @Nullable String mapping,
    @Nullable String layout,
    @Nullable String findings,
    Standing standing,
    LineCounts counts) {

  /**
   * The file that was uploaded.
   *
   * @param name without any path
   * @param id in the vault, absent once it was deleted
   * @param sha256 in hex
   */
  record UploadedFile(String name, @Nullable UUID id, String sha256, long bytes) {}

  /**
   * What the person asked for.
   *
   * @param controlTotal in minor units
   * @param goodLinesOnly whether a payout roster is posted although some of its lines are bad
   * @param hands who had a hand in it besides, choosing how it is read or having it posted
   */
  record Choices(
      @Nullable Long controlTotal,
      Duplicates duplicates,
      boolean goodLinesOnly,
      boolean dryRun,
      String startedBy,
      Instant startedAt,
      @Nullable String postedBy,
      List<String> hands) {

    /** Whether this account has brought about what the import says. */
    boolean isOf(String account) {
      return account.equals(startedBy) || account.equals(postedBy) || hands.contains(account);
    }

    private Choices forGoodLines() {
      return new Choices(
          controlTotal, duplicates, true, dryRun, startedBy, startedAt, postedBy, hands);
    }
  }

  /**
   * How far it is.
   *
   * @param checks how often the file was checked, this time included
   * @param done lines of the phase, out of {@code of}
   * @param postedTo the last line that the posting has passed
   * @param postingFrom head of the book when the posting began
   */
  record Standing(
      ImportState state,
      ImportPhase phase,
      long checks,
      Instant phaseBeganAt,
      @Nullable Instant endedAt,
      @Nullable String failureCode,
      @Nullable String failureFacts,
      long done,
      long of,
      int postedTo,
      long postingFrom,
      @Nullable UUID payoutBatchId) {}

  /** The name of the batch, given or proposed. */
  @Nullable String batchName() {
    return batch == null ? proposedBatch : batch;
  }

  /** The same import under a name that was given now. */
  ImportRow named(String given) {
    return new ImportRow(
        id,
        number,
        fundId,
        currency,
        kind,
        given,
        proposedBatch,
        channel,
        file,
        choices,
        mapping,
        layout,
        findings,
        standing,
        counts);
  }

  /** The same import, its bad lines put up with. */
  ImportRow with(boolean goodLinesOnly) {
    return goodLinesOnly ? with(choices.forGoodLines()) : this;
  }

  private ImportRow with(Choices other) {
    return new ImportRow(
        id,
        number,
        fundId,
        currency,
        kind,
        batch,
        proposedBatch,
        channel,
        file,
        other,
        mapping,
        layout,
        findings,
        standing,
        counts);
  }

  boolean isRunning() {
    return standing.state() == ImportState.RUNNING;
  }
}
