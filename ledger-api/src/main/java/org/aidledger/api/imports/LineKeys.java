package org.aidledger.api.imports;

import java.util.Objects;
import java.util.UUID;
import org.aidledger.api.roster.RosterRow;
import org.aidledger.core.donation.DonationId;
import org.aidledger.store.subject.SubjectVault;
import org.aidledger.store.subject.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * By what a line is known again: its own reference; or the batch, the person and the day, as a
 * keyed digest, since these would name someone. Nothing of it depends on the order of the lines, on
 * widths, blanks or the case of letters.
 *
 * @param batch absent if every line has a reference
 */
record LineKeys(SubjectVault vault, String organisation, @Nullable String batch) {

  private static final String SEPARATOR = "\u001f";

  /**
   * Where a line is recorded.
   *
   * @param source the book that numbered the reference
   */
  record Key(String source, String reference, UUID id) {}

  /** The key of the first line with this reference or of this person and day. */
  Key of(RosterRow.Donation line) {
    String reference = line.reference();
    if (reference != null) {
      return key(line.channel().name(), reference);
    }
    return key(
        Objects.requireNonNull(batch, "a roster has a batch"),
        vault.referenceMac(String.join(SEPARATOR, batch, person(line), line.day().toString())));
  }

  /**
   * The key of one of several lines of the same person and day.
   *
   * @param occurrence from 1, which is the first key itself
   */
  Key occurrence(UUID first, int occurrence) {
    return key(
        Objects.requireNonNull(batch, "a roster has a batch"),
        vault.referenceMac(String.join(SEPARATOR, first.toString(), Integer.toString(occurrence))));
  }

  private Key key(String source, String reference) {
    return new Key(source, reference, DonationId.of(organisation, source, reference).value());
  }

  private static String person(RosterRow.Donation line) {
    if (line.staffNumber() != null) {
      return "S" + TypedText.normal(line.staffNumber());
    }
    boolean named = line.name() != null && line.unit() != null;
    if (!named && line.identityNumber() != null) {
      return "I" + TypedText.normal(line.identityNumber());
    }
    return "N" + TypedText.normal(line.name()) + SEPARATOR + TypedText.normal(line.unit());
  }
}
