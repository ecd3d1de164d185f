package org.aidledger.api.entry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry.
 *
 * @param status RECORDED, or ALREADY_RECORDED with the first outcome
 * @param counterEntryNumber the number in the receiving fund of a transfer
 */
public record EntryAnswer(
    String entryId,
    String status,
    long entryNumber,
    @Nullable Long counterEntryNumber,
    long position) {

  static final String RECORDED = "RECORDED";

  /** Whether it was recorded by this order rather than by an earlier one. */
  @JsonIgnore
  public boolean isNew() {
    return status.equals(RECORDED);
  }
}
