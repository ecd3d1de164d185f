package org.aidledger.api.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A donation of the batch that the file does not hold any more; nothing in it names a person.
 *
 * @param reference absent where it is a digest, which tells nobody anything
 * @param entryNumber of the entry that stands now
 * @param donationStatus RECORDED, CORRECTED, or REVERSED since the check
 */
public record GoneView(
    String donationId,
    @Nullable String reference,
    String amount,
    LocalDate day,
    @Nullable String unit,
    long entryNumber,
    String donationStatus) {}
