package org.aidledger.projections.payout;

/**
 * How many payouts and batches wait, as one account sees them; a batch counts as one.
 *
 * @param toDecide those that the account may approve or reject
 * @param decidedByOthers those that wait for an approver other than this account
 * @param toPay those that the account may pay
 * @param returned payouts that the bank sent back, to be paid again or cancelled
 */
public record DutyCounts(long toDecide, long decidedByOthers, long toPay, long returned) {}
