package org.aidledger.core.payout.event;

import java.time.LocalDate;
import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The payout was given up; entryNumber is the release of its reservation, absent when nothing was
 * reserved.
 */
@Revision("1")
public record PayoutCancelled(
    String payoutId,
    String fundId,
    long amount,
    LocalDate effectiveOn,
    SealedText reason,
    @Nullable Long entryNumber)
    implements PayoutEvent {}
