package org.aidledger.api.imports;

import org.aidledger.api.roster.RosterKind;
import org.aidledger.core.donation.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for when an import begins.
 *
 * @param kind absent to find out
 * @param dryRun whether to stop after the check
 * @param batch the name under which lines without a reference of their own are known; by default
 *     proposed after the file's title or name
 * @param channel of lines that name none
 * @param controlTotal that must match, as it was typed
 * @param goodLinesOnly whether a payout roster is posted although some of its lines are bad
 */
public record ImportTerms(
    @Nullable RosterKind kind,
    boolean dryRun,
    @Nullable String batch,
    @Nullable Channel channel,
    @Nullable String controlTotal,
    Duplicates duplicates,
    boolean goodLinesOnly) {

  ImportTerms withBatch(@Nullable String clean) {
    return new ImportTerms(kind, dryRun, clean, channel, controlTotal, duplicates, goodLinesOnly);
  }
}
