package org.aidledger.api.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A correction that a file asks for, before and after; nothing in it names a person.
 *
 * @param donorChanged whether the file names another person, or the same one otherwise
 * @param state PROPOSED, CONFIRMED, POSTED or REFUSED
 * @param message why it was refused, in the language asked for
 */
public record CorrectionView(
    int line,
    String donationId,
    String amountBefore,
    String amount,
    LocalDate dayBefore,
    LocalDate day,
    @Nullable String unitBefore,
    @Nullable String unit,
    boolean donorChanged,
    String state,
    @Nullable String code,
    @Nullable String message,
    String proposedBy,
    @Nullable String confirmedBy) {}
