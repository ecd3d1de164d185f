package org.aidledger.store.seal;

import java.time.Instant;
import org.aidledger.evidence.note.SignedNote;
import org.jspecify.annotations.Nullable;

/**
 * How far the book is sealed, and what witnesses have seen of it; told also while the book
 * contradicts a witness, because somebody has to read that.
 *
 * @param events in the book
 * @param sealed of them under a signed head
 * @param unsealedSince when the oldest event that is not sealed was recorded; null if all are
 * @param head the last signed head; null while nothing is sealed
 * @param signedAt when it was signed
 * @param countersigned the last head that a witness has countersigned; null before the first
 * @param receivedAt when that came here
 * @param contradiction why the book is not the one that was countersigned; null if it is
 */
public record SealStatus(
    long events,
    long sealed,
    @Nullable Instant unsealedSince,
    @Nullable SignedNote head,
    @Nullable Instant signedAt,
    @Nullable SignedNote countersigned,
    @Nullable Instant receivedAt,
    @Nullable HeadContradictedException contradiction) {}
