package org.aidledger.api.imports;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for when a checked import is to be posted; what is absent stays as it was.
 *
 * @param controlTotal that must match, as it was typed
 * @param goodLinesOnly whether a payout roster is posted although some of its lines are bad
 * @param seen the check that the person looked at, by {@link ImportView#checks}; refused if the
 *     file was checked again since
 */
public record PostingOrder(
    @Nullable String controlTotal,
    @Nullable Duplicates duplicates,
    @Nullable String batch,
    boolean goodLinesOnly,
    @Nullable Integer seen) {}
