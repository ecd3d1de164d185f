package org.aidledger.core.payout.event;

import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be paid.
 *
 * @param person name, numbers and bank account under the person's key
 * @param digest keyed digest of the personal fields, to tell a repetition from a difference
 * @param accountLastFour the last four digits of the bank account, absent when paid in cash
 */
public record Payee(SealedText person, String digest, @Nullable String accountLastFour) {}
