package org.aidledger.api.imports;

/**
 * Lines of an import by what became of them.
 *
 * @param lines all lines that hold data
 * @param total of the good lines, in minor units
 * @param changed lines whose correction is proposed
 */
public record LineCounts(
    long lines,
    long total,
    long recorded,
    long alreadyRecorded,
    long refused,
    long skipped,
    long changed) {}
