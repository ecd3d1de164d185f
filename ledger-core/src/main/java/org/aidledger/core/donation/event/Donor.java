package org.aidledger.core.donation.event;

import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * Who gave, without a word in clear about a person.
 *
 * @param kind NAMED, ORGANISATION or ANONYMOUS
 * @param organisation the unit that gave, or through which a person gave
 * @param person name and numbers under the person's key, absent unless NAMED
 * @param digest keyed digest of the personal fields, to tell a repetition from a difference
 */
public record Donor(
    String kind,
    @Nullable String organisation,
    @Nullable SealedText person,
    @Nullable String digest) {}
