package org.aidledger.api.entry;

import org.jspecify.annotations.Nullable;

/**
 * What became of an entry.
 *
 * @param status RECORDED, or ALREADY_RECORDED with the first outcome
 * @param counterEntryNumber the number in the receiving fund of a transfer
 */
record EntryAnswer(
    String entryId,
    String status,
    long entryNumber,
    @Nullable Long counterEntryNumber,
    long position) {}
